package jp.otodoke.partners.shop;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts products into the catalogue. */
final class Products {
    private Products() {}

    static void add(JdbcClient jdbc, String sku) {
        jdbc.sql(
                        """
                        insert into product (sku, name, kind, stock_keeping, active, temperature, weight_grams, registered_at)
                        values (:sku, :sku, 'GOODS', true, true, 'AMBIENT', 100, now()) on conflict do nothing""")
                .param("sku", sku)
                .update();
        jdbc.sql(
                        "insert into product_price (sku, valid_from, amount) values (:sku, '2020-01-01', 3000) on conflict do nothing")
                .param("sku", sku)
                .update();
        jdbc.sql(
                        "insert into product_tax_class (sku, valid_from, tax_class) values (:sku, '2020-01-01', 'REDUCED') on conflict do nothing")
                .param("sku", sku)
                .update();
    }
}

package jp.otodoke.catalog;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.Sku;
import jp.otodoke.shared.TaxClass;
import jp.otodoke.shared.Yen;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of products and of what is dated about them. */
@Component
class ProductTable {
    private final JdbcClient jdbc;
    private final BusinessClock clock;

    ProductTable(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<ProductKind> kind(Sku sku) {
        return jdbc.sql("select kind from product where sku = :sku")
                .param("sku", sku.value())
                .query(ProductKind.class)
                .optional();
    }

    /** @return whether the SKU was still free */
    boolean insert(ProductData product) {
        var inserted = fill(
                """
                insert into product (sku, name, kind, temperature, weight_grams, stock_keeping, active, product_group,
                                     registered_at)
                values (:sku, :name, :kind, :temperature, :weight, :stockKeeping, :active, :group, :now)
                on conflict do nothing""",
                product);
        if (inserted > 0) {
            components(Sku.of(product.sku()), product.components());
        }
        return inserted > 0;
    }

    void update(ProductData product) {
        fill(
                """
                update product set name = :name, kind = :kind, temperature = :temperature, weight_grams = :weight,
                    stock_keeping = :stockKeeping, active = :active, product_group = :group, version = version + 1
                where sku = :sku""",
                product);
        components(Sku.of(product.sku()), product.components());
    }

    void price(Sku sku, LocalDate from, Yen amount) {
        jdbc.sql(
                        """
                        insert into product_price (sku, valid_from, amount) values (:sku, :from, :amount)
                        on conflict (sku, valid_from) do update set amount = excluded.amount""")
                .param("sku", sku.value())
                .param("from", from)
                .param("amount", amount.amount())
                .update();
    }

    void taxClass(Sku sku, LocalDate from, TaxClass taxClass) {
        jdbc.sql(
                        """
                        insert into product_tax_class (sku, valid_from, tax_class) values (:sku, :from, :taxClass)
                        on conflict (sku, valid_from) do update set tax_class = excluded.tax_class""")
                .param("sku", sku.value())
                .param("from", from)
                .param("taxClass", taxClass.name())
                .update();
    }

    private void components(Sku sku, Map<Sku, Integer> components) {
        jdbc.sql("delete from set_component where set_sku = :sku")
                .param("sku", sku.value())
                .update();
        components.forEach((component, quantity) -> jdbc.sql(
                        "insert into set_component (set_sku, component_sku, quantity) values (:set, :sku, :quantity)")
                .param("set", sku.value())
                .param("sku", component.value())
                .param("quantity", quantity)
                .update());
    }

    private int fill(String sql, ProductData product) {
        return jdbc.sql(sql)
                .param("sku", product.sku())
                .param("name", product.name())
                .param("kind", product.kind().name())
                .param("temperature", product.temperature().name())
                .param("weight", product.weightGrams())
                .param("stockKeeping", product.stockKeeping())
                .param("active", product.active())
                .param("group", product.group())
                .param("now", OffsetDateTime.ofInstant(clock.instant(), BusinessClock.TOKYO))
                .update();
    }
}

package jp.otodoke.catalog;

import java.time.LocalDate;
import java.util.List;
import jp.otodoke.shared.Sku;
import jp.otodoke.shared.TaxClass;
import jp.otodoke.shared.Yen;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Prices and tax classes of a product over time, newest first. */
@Service
public class ProductDates {
    private final JdbcClient jdbc;

    ProductDates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public List<DatedPrice> prices(Sku sku) {
        return jdbc.sql("select valid_from, amount from product_price where sku = :sku order by valid_from desc")
                .param("sku", sku.value())
                .query((row, i) ->
                        new DatedPrice(row.getObject("valid_from", LocalDate.class), Yen.of(row.getLong("amount"))))
                .list();
    }

    @Transactional(readOnly = true)
    public List<DatedTaxClass> taxClasses(Sku sku) {
        return jdbc.sql("select valid_from, tax_class from product_tax_class where sku = :sku order by valid_from desc")
                .param("sku", sku.value())
                .query((row, i) -> new DatedTaxClass(
                        row.getObject("valid_from", LocalDate.class), TaxClass.valueOf(row.getString("tax_class"))))
                .list();
    }
}

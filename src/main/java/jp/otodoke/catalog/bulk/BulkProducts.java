package jp.otodoke.catalog.bulk;

import java.util.Map;
import java.util.function.ToIntFunction;
import jp.otodoke.platform.data.BulkRows;
import jp.otodoke.platform.data.BulkWriter;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes products in bulk. */
@Component
@Profile("demo & !production")
class BulkProducts implements BulkWriter {
    private final JdbcTemplate jdbc;

    BulkProducts(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, ToIntFunction<BulkRows>> targets() {
        return Map.of(
                "products.products", this::products,
                "products.prices", this::prices,
                "products.taxClasses", this::taxClasses,
                "products.components", this::components,
                "products.wrappingFees", this::wrappingFees);
    }

    /** Products. */
    private int products(BulkRows rows) {
        return jdbc.update("insert into product (%s) %s".formatted(rows.columns(), rows.query()));
    }

    /** Dated prices. */
    private int prices(BulkRows rows) {
        return jdbc.update("insert into product_price (%s) %s".formatted(rows.columns(), rows.query()));
    }

    /** Dated tax classes. */
    private int taxClasses(BulkRows rows) {
        return jdbc.update("insert into product_tax_class (%s) %s".formatted(rows.columns(), rows.query()));
    }

    /** Components of sets. */
    private int components(BulkRows rows) {
        return jdbc.update("insert into set_component (%s) %s".formatted(rows.columns(), rows.query()));
    }

    /** Dated charges for wrapping; days that have one keep it. */
    private int wrappingFees(BulkRows rows) {
        return jdbc.update(
                "insert into wrapping_fee (%s) %s on conflict do nothing".formatted(rows.columns(), rows.query()));
    }

    /** Lets the planner know of the rows. */
    @Override
    public void finish() {
        jdbc.execute("analyze product, product_price, product_tax_class");
    }
}

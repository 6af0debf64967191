package jp.otodoke.catalog.bulk;

import jp.otodoke.platform.data.BulkRows;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes products in bulk.
 *
 * <p>Each method answers how many rows it wrote.
 */
@Component
@Profile("demo & !production")
public class BulkProducts {
    private final JdbcTemplate jdbc;

    BulkProducts(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Products. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int products(BulkRows rows) {
        return jdbc.update("insert into product (%s) %s".formatted(rows.columns(), rows.query()));
    }

    /** Dated prices. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int prices(BulkRows rows) {
        return jdbc.update("insert into product_price (%s) %s".formatted(rows.columns(), rows.query()));
    }

    /** Dated tax classes. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int taxClasses(BulkRows rows) {
        return jdbc.update("insert into product_tax_class (%s) %s".formatted(rows.columns(), rows.query()));
    }

    /** Components of sets. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int components(BulkRows rows) {
        return jdbc.update("insert into set_component (%s) %s".formatted(rows.columns(), rows.query()));
    }

    /** Dated charges for wrapping; days that have one keep it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int wrappingFees(BulkRows rows) {
        return jdbc.update(
                "insert into wrapping_fee (%s) %s on conflict do nothing".formatted(rows.columns(), rows.query()));
    }

    /** Lets the planner know of the rows. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void finish() {
        jdbc.execute("analyze product, product_price, product_tax_class");
    }
}

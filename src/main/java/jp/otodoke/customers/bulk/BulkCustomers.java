package jp.otodoke.customers.bulk;

import java.util.List;
import jp.otodoke.platform.data.BulkRows;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes customers in bulk.
 *
 * <p>Each method answers how many rows it wrote.
 */
@Component
@Profile("demo & !production")
public class BulkCustomers {
    private final JdbcTemplate jdbc;

    BulkCustomers(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Tables whose indexes cost more than the rows while millions are written. */
    public List<String> tables() {
        return List.of("customer");
    }

    /** Customers with their search keys. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int customers(BulkRows rows) {
        return jdbc.update("insert into customer (%s) %s".formatted(rows.columns(), rows.query()));
    }

    /** @param rows number and registered_at of customers that are known already */
    @Transactional(propagation = Propagation.MANDATORY)
    public int registeredAt(BulkRows rows) {
        return jdbc.update(
                """
                update customer c set registered_at = written.registered_at from (%s) written (%s) where written.number = c.number"""
                        .formatted(rows.query(), rows.columns()));
    }

    /** The next customer gets the number after this one. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void finish(long lastNumber) {
        jdbc.queryForObject("select setval('customer_number_seq', ?)", Long.class, lastNumber);
        jdbc.execute("analyze customer");
    }
}

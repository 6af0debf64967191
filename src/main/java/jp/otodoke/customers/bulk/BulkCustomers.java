package jp.otodoke.customers.bulk;

import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import jp.otodoke.platform.data.BulkRows;
import jp.otodoke.platform.data.BulkWriter;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes customers in bulk. */
@Component
@Profile("demo & !production")
class BulkCustomers implements BulkWriter {
    private final JdbcTemplate jdbc;

    BulkCustomers(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, ToIntFunction<BulkRows>> targets() {
        return Map.of(
                "customers.customers", this::customers,
                "customers.registeredAt", this::registeredAt);
    }

    @Override
    public List<String> largeTables() {
        return List.of("customer");
    }

    /** Customers with their search keys. */
    private int customers(BulkRows rows) {
        return jdbc.update("insert into customer (%s) %s".formatted(rows.columns(), rows.query()));
    }

    /** @param rows number and registered_at of customers that are known already */
    private int registeredAt(BulkRows rows) {
        return jdbc.update(
                """
                update customer c set registered_at = written.registered_at from (%s) written (%s) where written.number = c.number"""
                        .formatted(rows.query(), rows.columns()));
    }

    /** The next customer gets the number after this one. */
    @Override
    public void finish() {
        jdbc.queryForObject(
                "select setval('customer_number_seq', (select substr(max(number), 2)::bigint from customer))",
                Long.class);
        jdbc.execute("analyze customer");
    }
}

package jp.otodoke.payments.bulk;

import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import jp.otodoke.platform.data.BulkRows;
import jp.otodoke.platform.data.BulkWriter;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes past payments, deposits and their postings in bulk. */
@Component
@Profile("demo & !production")
class BulkPayments implements BulkWriter {
    private final JdbcTemplate jdbc;

    BulkPayments(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, ToIntFunction<BulkRows>> targets() {
        return Map.of(
                "payments.payments", this::payments,
                "payments.deposits", this::deposits,
                "payments.allocations", this::allocations,
                "payments.entries", this::entries);
    }

    @Override
    public List<String> largeTables() {
        return List.of("payment", "deposit", "deposit_allocation", "ledger_entry");
    }

    /** Inserts payments. */
    private int payments(BulkRows rows) {
        return jdbc.update("insert into payment (%s) %s".formatted(rows.columns(), rows.query()));
    }

    /** Inserts deposits with given ids. */
    private int deposits(BulkRows rows) {
        return jdbc.update(
                "insert into deposit (%s) overriding system value %s".formatted(rows.columns(), rows.query()));
    }

    /** Inserts deposit allocations with given ids. */
    private int allocations(BulkRows rows) {
        return jdbc.update("insert into deposit_allocation (%s) overriding system value %s"
                .formatted(rows.columns(), rows.query()));
    }

    /** Inserts postings; the amounts of each posting add up to zero. */
    private int entries(BulkRows rows) {
        return jdbc.update("insert into ledger_entry (%s) %s".formatted(rows.columns(), rows.query()));
    }

    /** Makes the next deposit and allocation take the id after this one. */
    @Override
    public void finish() {
        jdbc.queryForObject(
                "select setval(pg_get_serial_sequence('deposit', 'id'), (select max(id) from deposit))", Long.class);
        jdbc.queryForObject(
                "select setval(pg_get_serial_sequence('deposit_allocation', 'id'), (select max(id) from deposit_allocation))",
                Long.class);
        jdbc.execute("analyze payment, deposit, deposit_allocation, ledger_entry");
    }
}

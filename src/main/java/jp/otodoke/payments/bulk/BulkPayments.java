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
                "payments.receivables", this::receivables,
                "payments.charges", this::charges,
                "payments.deposits", this::deposits,
                "payments.allocations", this::allocations,
                "payments.entries", this::entries);
    }

    @Override
    public List<String> largeTables() {
        return List.of("receivable", "receivable_charge", "deposit", "payment_allocation", "ledger_entry");
    }

    /** Inserts what is owed. */
    private int receivables(BulkRows rows) {
        return jdbc.update("insert into receivable (%s) %s".formatted(rows.columns(), rows.query()));
    }

    /** Inserts how what is owed came about; the amounts of a receivable add up to what is charged. */
    private int charges(BulkRows rows) {
        return jdbc.update("insert into receivable_charge (%s) %s".formatted(rows.columns(), rows.query()));
    }

    /** Inserts deposits with given ids. */
    private int deposits(BulkRows rows) {
        return jdbc.update(
                "insert into deposit (%s) overriding system value %s".formatted(rows.columns(), rows.query()));
    }

    /** Inserts allocations; those of an order add up to what is paid. */
    private int allocations(BulkRows rows) {
        return jdbc.update("insert into payment_allocation (%s) %s".formatted(rows.columns(), rows.query()));
    }

    /** Inserts postings; the amounts of each posting add up to zero. */
    private int entries(BulkRows rows) {
        return jdbc.update("insert into ledger_entry (%s) %s".formatted(rows.columns(), rows.query()));
    }

    /** Makes the next deposit take the id after this one. */
    @Override
    public void finish() {
        jdbc.queryForObject(
                "select setval(pg_get_serial_sequence('deposit', 'id'), (select max(id) from deposit))", Long.class);
        jdbc.execute("analyze receivable, receivable_charge, deposit, payment_allocation, ledger_entry");
    }
}

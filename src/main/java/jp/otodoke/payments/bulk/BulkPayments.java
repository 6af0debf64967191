package jp.otodoke.payments.bulk;

import java.util.List;
import jp.otodoke.platform.data.BulkRows;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes past payments, deposits and their postings in bulk.
 *
 * <p>Each method returns the number of rows written.
 */
@Component
@Profile("demo & !production")
public class BulkPayments {
    private final JdbcTemplate jdbc;

    BulkPayments(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Tables whose indexes should be dropped while millions of rows are written. */
    public List<String> tables() {
        return List.of("payment", "deposit", "deposit_allocation", "ledger_entry");
    }

    /** Inserts payments. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int payments(BulkRows rows) {
        return jdbc.update("insert into payment (%s) %s".formatted(rows.columns(), rows.query()));
    }

    /** Inserts deposits with given ids. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int deposits(BulkRows rows) {
        return jdbc.update(
                "insert into deposit (%s) overriding system value %s".formatted(rows.columns(), rows.query()));
    }

    /** Inserts deposit allocations with given ids. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int allocations(BulkRows rows) {
        return jdbc.update("insert into deposit_allocation (%s) overriding system value %s"
                .formatted(rows.columns(), rows.query()));
    }

    /** Inserts postings; the amounts of each posting add up to zero. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int entries(BulkRows rows) {
        return jdbc.update("insert into ledger_entry (%s) %s".formatted(rows.columns(), rows.query()));
    }

    /** Makes the next deposit and allocation take the id after this one. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void finish(long lastId) {
        jdbc.queryForObject("select setval(pg_get_serial_sequence('deposit', 'id'), ?)", Long.class, lastId);
        jdbc.queryForObject("select setval(pg_get_serial_sequence('deposit_allocation', 'id'), ?)", Long.class, lastId);
        jdbc.execute("analyze payment, deposit, deposit_allocation, ledger_entry");
    }
}

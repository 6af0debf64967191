package jp.otodoke.payments;

import java.time.Instant;
import java.util.List;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.Yen;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was given up of a customer's debts, and what of that was taken back. */
@Component
public class WriteOffHistory {
    private static final int SHOWN = 20;

    private final JdbcClient jdbc;

    WriteOffHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The last ones, newest first. */
    @Transactional(readOnly = true)
    public List<Entry> of(CustomerNumber customer) {
        return jdbc.sql(
                        """
                        select a.at, a.receivable, a.amount, a.actor
                          from receivable r join payment_allocation a on a.receivable = r.number
                         where r.customer_number = :customer and a.account = 'WRITE_OFF' order by a.id desc limit :most
                        """)
                .param("customer", customer.value())
                .param("most", SHOWN)
                .query((row, n) -> new Entry(
                        row.getTimestamp("at").toInstant(),
                        ReceivableNumber.of(row.getString("receivable")),
                        Yen.of(row.getLong("amount")),
                        row.getString("actor")))
                .list();
    }

    /** @param amount negative if it was taken back */
    public record Entry(Instant at, ReceivableNumber receivable, Yen amount, String by) {
        public boolean takenBack() {
            return amount.isNegative();
        }
    }
}

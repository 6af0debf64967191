package jp.otodoke.payments;

import java.time.LocalDate;
import jp.otodoke.shared.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Bank transfers that customers were asked to make and the bank has not reported yet. */
@Component
public class ExpectedTransfers {
    private final JdbcClient jdbc;
    private final BusinessClock clock;

    ExpectedTransfers(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Transfers now() {
        return jdbc.sql(
                        """
                        select count(*) as count, min(due_by) as first_due from receivable
                         where method = 'BANK_TRANSFER' and status in ('PENDING', 'PARTLY_PAID') and due_by >= :today
                           and charged > paid
                        """)
                .param("today", clock.today())
                .query(Transfers.class)
                .single();
    }

    /** @param firstDue null if none is expected */
    public record Transfers(long count, @Nullable LocalDate firstDue) {}
}

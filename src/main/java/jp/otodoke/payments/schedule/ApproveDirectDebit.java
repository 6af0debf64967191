package jp.otodoke.payments.schedule;

import java.sql.Timestamp;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets the file of a cycle go that a contract has collected. */
@Component
public class ApproveDirectDebit {
    private final JdbcClient jdbc;
    private final BusinessClock clock;

    ApproveDirectDebit(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @throws Refusal if no contract has collected it, or it is approved or its file handed over already (conflict) */
    @Transactional
    public void approve(long id, String by) {
        var approved = jdbc.sql(
                        """
                        update direct_debit set approved_at = :now, approved_by = :by
                         where id = :id and contract_id is not null and state = 'COLLECTED' and approved_at is null
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("by", by)
                .param("id", id)
                .update();
        if (approved == 0) {
            throw Refusal.conflict("direct-debit.not-to-approve", id);
        }
    }
}

package jp.otodoke.payments.schedule;

import java.sql.Timestamp;
import java.util.List;
import jp.otodoke.inbox.Inbox;
import jp.otodoke.payments.DebitsToHandOver;
import jp.otodoke.payments.DirectDebitEmpty;
import jp.otodoke.payments.DirectDebitHandedOver;
import jp.otodoke.shared.BusinessClock;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Cycles whose files go to the agency by themselves: those that are approved, and on its last day those that need no approval. */
@Component
class ScheduledDebits implements DebitsToHandOver {
    private final JdbcClient jdbc;
    private final Inbox inbox;
    private final BusinessClock clock;

    ScheduledDebits(JdbcClient jdbc, Inbox inbox, BusinessClock clock) {
        this.jdbc = jdbc;
        this.inbox = inbox;
        this.clock = clock;
    }

    /** Also those that were to go before and have not; a file that a person has fetched is handed over already. */
    @Override
    @Transactional
    public List<Long> take() {
        jdbc.sql(
                        """
                        update direct_debit set by_itself = true
                         where state = 'COLLECTED' and not by_itself
                           and (approved_at is not null or automatic and file_due <= :today)
                        """)
                .param("today", clock.today())
                .update();
        return jdbc.sql("select id from direct_debit where by_itself and delivered_at is null order by id")
                .query(Long.class)
                .list();
    }

    /** Its file is at the agency, or there is nothing left to put into one. */
    @Override
    @Transactional
    public void done(long id) {
        jdbc.sql("update direct_debit set delivered_at = :now where id = :id")
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id)
                .update();
    }

    /** By whom ever. */
    @EventListener
    void on(DirectDebitHandedOver handedOver) {
        inbox.close(DebitCycleTask.key(handedOver.cycle()));
    }

    @EventListener
    void on(DirectDebitEmpty empty) {
        inbox.close(DebitCycleTask.key(empty.cycle()));
    }
}

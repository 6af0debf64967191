package jp.otodoke.payments.schedule;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import jp.otodoke.inbox.Inbox;
import jp.otodoke.payments.DebitsToHandOver;
import jp.otodoke.payments.DirectDebitEmpty;
import jp.otodoke.payments.DirectDebitHandedOver;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.staff.AuditTrail;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Cycles whose files go to the agency by themselves: those that are approved, and on its last day those that need no approval. */
@Component
class ScheduledDebits implements DebitsToHandOver {
    /** Placing a file takes seconds: what is not noted as placed by then was interrupted. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final AskAboutDebitFile ask;
    private final Inbox inbox;
    private final AuditTrail audit;
    private final BusinessClock clock;

    ScheduledDebits(JdbcClient jdbc, AskAboutDebitFile ask, Inbox inbox, AuditTrail audit, BusinessClock clock) {
        this.jdbc = jdbc;
        this.ask = ask;
        this.inbox = inbox;
        this.audit = audit;
        this.clock = clock;
    }

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
        interrupted().forEach(ask::whetherItArrived);
        return waiting();
    }

    private List<Long> interrupted() {
        return jdbc.sql(
                        """
                        select id from direct_debit
                         where by_itself and delivered_at is null and state = 'SENT' and placing_at < :since order by id
                        """)
                .param("since", Timestamp.from(clock.instant().minus(LONGEST)))
                .query(Long.class)
                .list();
    }

    /** A file that a person has fetched is handed over already. */
    @Override
    @Transactional(readOnly = true)
    public List<Long> waiting() {
        return jdbc.sql(
                        """
                        select id from direct_debit
                         where delivered_at is null and placing_at is null
                           and (by_itself and state in ('COLLECTED', 'SENT')
                                or state = 'COLLECTED' and (approved_at is not null or automatic and file_due <= :today))
                         order by id
                        """)
                .param("today", clock.today())
                .query(Long.class)
                .list();
    }

    @Override
    @Transactional
    public boolean begin(long id) {
        return jdbc.sql(
                                """
                                update direct_debit set placing_at = :now
                                 where id = :id and placing_at is null and delivered_at is null and state = 'SENT'
                                """)
                        .param("now", Timestamp.from(clock.instant()))
                        .param("id", id)
                        .update()
                == 1;
    }

    @Override
    @Transactional
    public void done(long id) {
        audit.record("direct-debit-placed", String.valueOf(id), "");
        handedOver(id);
    }

    private void handedOver(long id) {
        jdbc.sql("update direct_debit set delivered_at = :now where id = :id and delivered_at is null")
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id)
                .update();
        ask.noMore(id);
    }

    @Override
    @Transactional
    public void failed(long id) {
        var late = jdbc.sql(
                        """
                        update direct_debit set placing_at = null where id = :id and delivered_at is null
                        returning file_due < :today
                        """)
                .param("today", clock.today())
                .param("id", id)
                .query(Boolean.class)
                .optional();
        if (late.orElse(false)) {
            ask.howToHandOver(id);
        }
    }

    @EventListener
    void on(DirectDebitHandedOver handedOver) {
        handedOver(handedOver.cycle());
        inbox.close(DebitCycleTask.key(handedOver.cycle()));
    }

    @EventListener
    void on(DirectDebitEmpty empty) {
        ask.noMore(empty.cycle());
        inbox.close(DebitCycleTask.key(empty.cycle()));
    }
}

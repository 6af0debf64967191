package jp.otodoke.dunning;

import java.sql.Timestamp;
import java.sql.Types;
import java.util.Collection;
import java.util.List;
import jp.otodoke.dunning.DunningCase.Outcome;
import jp.otodoke.dunning.DunningSignal.Kind;
import jp.otodoke.orders.OrderCancelled;
import jp.otodoke.orders.OrderReturned;
import jp.otodoke.payments.PaymentSettled;
import jp.otodoke.payments.PaymentsSettled;
import jp.otodoke.payments.ReceivablesSettled;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.OrderNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Ends cases at once when the money has come or nothing is owed any more: nothing of what was planned is done then. */
@Component
class EndDunning {
    /** Of a case c and its receivable r. Where a new term or a promise holds the case, what is not due now will be. */
    private static final String NOTHING_DUE = " (r.claimable = 0 or c.state = 'OPEN' and " + DunningCases.DUE + " = 0)";

    private final JdbcClient jdbc;
    private final DunningSteps steps;
    private final ApplicationEventPublisher events;
    private final BusinessClock clock;

    EndDunning(JdbcClient jdbc, DunningSteps steps, ApplicationEventPublisher events, BusinessClock clock) {
        this.jdbc = jdbc;
        this.steps = steps;
        this.events = events;
        this.clock = clock;
    }

    @EventListener
    void on(PaymentSettled settled) {
        owedNoMore(List.of(settled.orderNumber().value()));
    }

    @EventListener
    void on(PaymentsSettled settled) {
        owedNoMore(settled.orderNumbers().stream().map(OrderNumber::value).toList());
    }

    @EventListener
    void on(ReceivablesSettled settled) {
        owedNoMore(settled.numbers().stream().map(number -> number.value()).toList());
    }

    /** After what is owed was worked out anew. */
    @EventListener
    @Order(100)
    void on(OrderReturned returned) {
        owedNoMore(List.of(returned.orderNumber().value()));
    }

    /** What was delivered before the rest was cancelled is still owed. */
    @EventListener
    @Order(100)
    void on(OrderCancelled cancelled) {
        owedNoMore(List.of(cancelled.orderNumber().value()));
    }

    /** A person has given it up. */
    void writtenOff(long id) {
        end(List.of(id), Outcome.WRITTEN_OFF);
    }

    /** @return how many cases have ended that nobody had told of */
    int whatIsOwedNoMore() {
        return end(
                jdbc.sql(
                                """
                                select c.id from dunning_case c join payments_receivable_view r on r.number = c.receivable
                                 where c.state <> 'ENDED' and"""
                                        + NOTHING_DUE)
                        .param("today", clock.today())
                        .query(Long.class)
                        .list(),
                null);
    }

    /** A case that nobody had told of it. */
    void whatIsOwedNoMore(long id) {
        end(List.of(id), null);
    }

    private void owedNoMore(List<String> receivables) {
        end(
                ids(
                        "c.receivable = any(:receivables) and exists (select 1 from payments_receivable_view r"
                                + " where r.number = c.receivable and" + NOTHING_DUE + ")",
                        receivables),
                null);
    }

    private List<Long> ids(String which, List<String> receivables) {
        return jdbc.sql("select c.id from dunning_case c where c.state <> 'ENDED' and " + which)
                .param("receivables", receivables.toArray(String[]::new))
                .param("today", clock.today())
                .query(Long.class)
                .list();
    }

    /** @param outcome null for what the receivable says: that nothing was kept or its statement was taken back, it was given up, or paid */
    private int end(Collection<Long> cases, @Nullable Outcome outcome) {
        if (cases.isEmpty()) {
            return 0;
        }
        steps.drop(cases);
        jdbc.sql(
                        """
                        update dunning_case c
                           set state = 'ENDED', awaits_decision = false, pause_reason = null, ended_at = :now,
                               outcome = coalesce(:outcome, (select case when r.status = 'WRITTEN_OFF' then 'WRITTEN_OFF'
                                                                         when r.charged = 0 or r.paid < r.charged and r.due_by is null then 'CANCELLED'
                                                                         else 'PAID' end
                                                               from payments_receivable_view r where r.number = c.receivable))
                         where c.id = any(:cases) and c.state <> 'ENDED'
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("outcome", outcome == null ? null : outcome.name(), Types.VARCHAR)
                .param("cases", cases.toArray(Long[]::new))
                .update();
        events.publishEvent(DunningSignal.of(Kind.ENDED, cases));
        return cases.size();
    }
}

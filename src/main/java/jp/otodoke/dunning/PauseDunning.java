package jp.otodoke.dunning;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import jp.otodoke.dunning.DunningCase.PauseReason;
import jp.otodoke.dunning.DunningSignal.Kind;
import jp.otodoke.payments.PaymentRequested;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.CustomerNumber;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Pauses cases until a day, or until an inquiry of the customer is closed. Works in the caller's transaction. */
@Component
class PauseDunning {
    private final JdbcClient jdbc;
    private final DunningCases cases;
    private final DunningSteps steps;
    private final ApplicationEventPublisher events;
    private final BusinessClock clock;

    PauseDunning(
            JdbcClient jdbc,
            DunningCases cases,
            DunningSteps steps,
            ApplicationEventPublisher events,
            BusinessClock clock) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.steps = steps;
        this.events = events;
        this.clock = clock;
    }

    /** Nothing happens up to this day. Where nothing else is planned, a person looks at the case on the next. */
    void until(DunningCase one, LocalDate day, PauseReason reason) {
        jdbc.sql(
                        """
                        update dunning_case set state = 'PAUSED', awaits_decision = false,
                               pause_reason = case when pause_reason = 'INQUIRY' then 'INQUIRY' else :reason end
                         where id = :id
                        """)
                .param("reason", reason.name())
                .param("id", one.id())
                .update();
        if (one.nextStep() == null) {
            steps.add(one.id(), DunningStepKind.PERSON, day.plusDays(1));
        } else {
            steps.notBefore(List.of(one.id()), day.plusDays(1));
        }
        events.publishEvent(DunningSignal.of(Kind.CHANGED, List.of(one.id())));
    }

    /** The customer of an order has a new term. */
    @EventListener
    void on(PaymentRequested requested) {
        jdbc.sql("select id from dunning_case where receivable = :order and state <> 'ENDED' for update")
                .param("order", requested.orderNumber().value())
                .query(Long.class)
                .optional()
                .ifPresent(id -> newTerm(id, requested.dueBy()));
    }

    private void newTerm(long id, LocalDate dueBy) {
        if (dueBy.isAfter(clock.today())) {
            until(cases.get(id), dueBy, PauseReason.TERM);
        }
    }

    @EventListener
    void on(DunningPaused paused) {
        jdbc.sql("insert into dunning_pause (customer_number, since) values (:customer, :now) on conflict do nothing")
                .param("customer", paused.customer().value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        changed(jdbc.sql(
                        """
                        update dunning_case set state = 'PAUSED', pause_reason = 'INQUIRY'
                         where customer_number = :customer and state <> 'ENDED' returning id
                        """)
                .param("customer", paused.customer().value())
                .query(Long.class)
                .list());
    }

    /** From the next day on; what is promised for later stays where it is. */
    @EventListener
    void on(DunningResumed resumed) {
        jdbc.sql("delete from dunning_pause where customer_number = :customer")
                .param("customer", resumed.customer().value())
                .update();
        var going = resume(resumed.customer());
        if (!going.isEmpty()) {
            steps.notBefore(going, clock.today().plusDays(1));
            changed(going);
        }
    }

    private List<Long> resume(CustomerNumber customer) {
        return jdbc.sql(
                        """
                        update dunning_case
                           set pause_reason = case when promised_until >= :today then 'PROMISE' end,
                               state = case when promised_until >= :today then 'PAUSED' else 'OPEN' end
                         where customer_number = :customer and state = 'PAUSED' and pause_reason = 'INQUIRY' returning id
                        """)
                .param("today", clock.today())
                .param("customer", customer.value())
                .query(Long.class)
                .list();
    }

    private void changed(List<Long> ids) {
        if (!ids.isEmpty()) {
            events.publishEvent(DunningSignal.of(Kind.CHANGED, ids));
        }
    }
}

package jp.otodoke.fulfilment;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import jp.otodoke.inbox.Inbox;
import jp.otodoke.inbox.NewTask;
import jp.otodoke.orders.OrderSubject;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Refusal;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Orders that no wave releases, because one could not: each has a task, and is due again once a person has decided or
 * the order has changed.
 */
@Component
class WaveExclusions {
    private static final Set<OrderSignal.Kind> LEFT = Set.of(
            OrderSignal.Kind.RELEASED,
            OrderSignal.Kind.CANCEL,
            OrderSignal.Kind.HELD,
            OrderSignal.Kind.CHANGED,
            OrderSignal.Kind.REST_CANCELLED);

    private static final Duration TIME_TO_DECIDE = Duration.ofHours(2);

    private final JdbcClient jdbc;
    private final Inbox inbox;
    private final BusinessClock clock;

    WaveExclusions(JdbcClient jdbc, Inbox inbox, BusinessClock clock) {
        this.jdbc = jdbc;
        this.inbox = inbox;
        this.clock = clock;
    }

    /** @param cause only a refusal is told to people; what any other fault says is for the log */
    void exclude(OrderNumber order, long wave, RuntimeException cause) {
        var reason = cause instanceof Refusal refusal
                ? BilingualText.of("task.wave-order-failed.refused", order, refusal.words())
                : BilingualText.of("task.wave-order-failed.reason", order);
        var added = jdbc.sql(
                        """
                        insert into ship_wave_exclusion (order_number, wave, reason, reason_en, since)
                        values (:order, :wave, :reason, :reasonEn, :now) on conflict do nothing
                        """)
                .param("order", order.value())
                .param("wave", wave)
                .param("reason", reason.japanese())
                .param("reasonEn", reason.english())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        if (added > 0) {
            inbox.open(NewTask.of(WaveOrderFailedTask.TYPE, key(order, wave), OrderSubject.of(order), reason)
                    .dueAt(clock.instant().plus(TIME_TO_DECIDE)));
        }
    }

    /** Lets waves release these orders again, and closes their tasks. */
    void lift(Collection<OrderNumber> orders) {
        var closed = jdbc.sql(
                        "delete from ship_wave_exclusion where order_number = any(:orders) returning order_number, wave")
                .param("orders", orders.stream().map(OrderNumber::value).toArray(String[]::new))
                .query((row, n) -> key(OrderNumber.of(row.getString(1)), row.getLong(2)))
                .list();
        if (!closed.isEmpty()) {
            inbox.close(closed);
        }
    }

    @EventListener
    void on(OrderSignal signal) {
        if (LEFT.contains(signal.kind())) {
            lift(signal.orderNumbers());
        }
    }

    /** An order falls out of one wave only once. */
    private static String key(OrderNumber order, long wave) {
        return WaveOrderFailedTask.TYPE + ":" + order + ":" + wave;
    }
}

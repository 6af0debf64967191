package jp.otodoke.payments;

import java.time.Duration;
import java.time.LocalDate;
import jp.otodoke.inbox.Inbox;
import jp.otodoke.inbox.NewTask;
import jp.otodoke.orders.OrderCancelled;
import jp.otodoke.orders.OrderRepriced;
import jp.otodoke.orders.OrderSubject;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.OrderNumber;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * An order paid by direct debit whose account holder has not given a mandate; staff must act, as waiting does not
 * help.
 */
@Component
public class MissingMandate {
    public static final String TASK = "mandate-missing";
    private static final Duration TIME_TO_DECIDE = Duration.ofDays(3);

    private final Inbox inbox;
    private final BusinessClock clock;

    MissingMandate(Inbox inbox, BusinessClock clock) {
        this.inbox = inbox;
        this.clock = clock;
    }

    void report(Payment payment, LocalDate limit) {
        inbox.open(NewTask.of(
                        TASK,
                        key(payment.orderNumber()),
                        OrderSubject.of(payment.orderNumber()),
                        BilingualText.of("task.mandate-missing.reason", payment.open(), limit))
                .dueAt(clock.instant().plus(TIME_TO_DECIDE)));
    }

    @EventListener
    void on(OrderRepriced repriced) {
        if (repriced.method() != PaymentMethod.DIRECT_DEBIT) {
            inbox.resolve(key(repriced.orderNumber()));
        }
    }

    @EventListener
    void on(OrderCancelled cancelled) {
        inbox.resolve(key(cancelled.orderNumber()));
    }

    @EventListener
    void on(PaymentSecured secured) {
        inbox.resolve(key(secured.orderNumber()));
    }

    @EventListener
    void on(PaymentsSettled settled) {
        inbox.resolve(settled.orderNumbers().stream().map(MissingMandate::key).toList());
    }

    private static String key(OrderNumber orderNumber) {
        return TASK + ":" + orderNumber;
    }
}

package jp.otodoke.payments;

import java.time.Duration;
import jp.otodoke.inbox.Inbox;
import jp.otodoke.inbox.NewTask;
import jp.otodoke.orders.OrderCancelled;
import jp.otodoke.orders.OrderRepriced;
import jp.otodoke.orders.OrderSubject;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Yen;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** An order on account that its customer's limit does not allow; somebody decides what becomes of it. */
@Component
public class CreditExceeded {
    public static final String TASK = "credit-exceeded";
    private static final Duration TIME_TO_DECIDE = Duration.ofDays(1);

    private final Inbox inbox;
    private final BusinessClock clock;

    CreditExceeded(Inbox inbox, BusinessClock clock) {
        this.inbox = inbox;
        this.clock = clock;
    }

    /** @param used what the customer owes on account without this order */
    void report(Payment payment, Yen limit, Yen used) {
        inbox.open(NewTask.of(
                        TASK,
                        TASK + ":" + payment.orderNumber() + ":"
                                + payment.open().amount(),
                        OrderSubject.of(payment.orderNumber()),
                        BilingualText.of("task.credit-exceeded.reason", payment.open(), limit, used))
                .dueAt(clock.instant().plus(TIME_TO_DECIDE)));
    }

    void done(OrderNumber order) {
        inbox.resolve(TASK, OrderSubject.of(order));
    }

    /** If it still does not fit, or does not fit any more, it is reported with its new sum. */
    @EventListener
    @Order(2)
    void on(OrderRepriced repriced) {
        done(repriced.orderNumber());
    }

    @EventListener
    void on(OrderCancelled cancelled) {
        done(cancelled.orderNumber());
    }

    @EventListener
    void on(PaymentSecured secured) {
        done(secured.orderNumber());
    }

    @EventListener
    void on(PaymentsSettled settled) {
        inbox.resolve(TASK, OrderSubject.KIND, settled.keys());
    }
}

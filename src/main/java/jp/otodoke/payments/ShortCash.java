package jp.otodoke.payments;

import java.time.Duration;
import jp.otodoke.inbox.Inbox;
import jp.otodoke.inbox.NewTask;
import jp.otodoke.orders.OrderSubject;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.Yen;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Opens a task where the carrier has collected less than an order owes, and closes it when the rest is paid. */
@Component
class ShortCash {
    private static final Duration TIME_TO_DECIDE = Duration.ofDays(3);

    private final Inbox inbox;
    private final BusinessClock clock;

    ShortCash(Inbox inbox, BusinessClock clock) {
        this.inbox = inbox;
        this.clock = clock;
    }

    void report(Payment payment, Yen collected) {
        inbox.open(NewTask.of(
                        ShortCashTask.TYPE,
                        ShortCashTask.TYPE + ":" + payment.orderNumber() + ":"
                                + payment.open().amount(),
                        OrderSubject.of(payment.orderNumber()),
                        BilingualText.of("task.cod-short.reason", payment.orderNumber(), collected, payment.open()))
                .dueAt(clock.instant().plus(TIME_TO_DECIDE)));
    }

    @EventListener
    void on(PaymentSettled settled) {
        inbox.resolve(ShortCashTask.TYPE, OrderSubject.of(settled.orderNumber()));
    }

    @EventListener
    void on(PaymentsSettled settled) {
        inbox.resolve(ShortCashTask.TYPE, OrderSubject.KIND, settled.keys());
    }
}

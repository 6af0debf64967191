package jp.otodoke.payments;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import jp.otodoke.inbox.Inbox;
import jp.otodoke.inbox.NewTask;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.OrderCancelled;
import jp.otodoke.orders.OrderRepriced;
import jp.otodoke.orders.OrderSubject;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.Yen;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Opens the tasks about payments at stores that need a person, and closes them when they have become needless. */
@Component
class SlipTasks {
    private static final Duration TIME_TO_DECIDE = Duration.ofDays(2);

    private final Inbox inbox;
    private final Payments payments;
    private final FindOrder orders;
    private final BusinessClock clock;

    SlipTasks(Inbox inbox, Payments payments, FindOrder orders, BusinessClock clock) {
        this.inbox = inbox;
        this.payments = payments;
        this.orders = orders;
        this.clock = clock;
    }

    /**
     * What a store took was taken back. An order that has not been handed over stops and is asked for by itself; of the
     * others a person has to ask.
     */
    void unpaidAgain(Collection<OrderNumber> numbers, SlipReceipt receipt) {
        payments.findAllById(numbers).stream()
                .filter(payment -> payment.open().isPositive())
                .filter(payment -> !orders.get(payment.orderNumber()).progress().beforeHandOver())
                .forEach(payment -> withdrawn(payment, receipt));
    }

    private void withdrawn(Payment payment, SlipReceipt receipt) {
        var order = payment.orderNumber();
        inbox.open(NewTask.of(
                        SlipWithdrawnTask.TYPE,
                        SlipWithdrawnTask.TYPE + ":" + receipt.id() + ":" + order,
                        OrderSubject.of(order),
                        BilingualText.of(
                                "task.slip-withdrawn.reason",
                                order,
                                receipt.paidOn(),
                                receipt.booked(),
                                payment.open()))
                .dueAt(clock.instant().plus(TIME_TO_DECIDE))
                .worth(payment.open())
                .urgent(1));
    }

    /** No store takes as much as the order owes. */
    void tooLarge(Payment payment) {
        var order = payment.orderNumber();
        inbox.open(NewTask.of(
                        SlipTooLargeTask.TYPE,
                        SlipTooLargeTask.key(order),
                        OrderSubject.of(order),
                        BilingualText.of("task.slip-too-large.reason", order, payment.open(), PaymentSlip.MOST))
                .dueAt(clock.instant().plus(TIME_TO_DECIDE))
                .worth(payment.open()));
    }

    /** Nothing has confirmed a payment for so long that the agency should be asked. */
    void unconfirmed(SlipReceipt receipt) {
        var receivable = receipt.receivable();
        var order = receivable != null && receivable.ofOrder() ? List.of(receivable.asOrder()) : List.<OrderNumber>of();
        inbox.open(NewTask.of(
                        UnconfirmedSlipTask.TYPE,
                        UnconfirmedSlipTask.key(receipt.id()),
                        SlipSubject.of(receipt.slip()),
                        BilingualText.of(
                                "task.slip-unconfirmed.reason",
                                receipt.slip(),
                                receipt.paidOn(),
                                receipt.booked(),
                                receipt.store()))
                .linkedTo(OrderSubject.all(order))
                .dueAt(clock.instant().plus(TIME_TO_DECIDE))
                .worth(receipt.booked()));
    }

    /** It is certain now what has become of the payment. */
    void known(SlipReceipt receipt) {
        inbox.resolve(UnconfirmedSlipTask.key(receipt.id()));
    }

    /** @param over what was paid beyond what is owed without an order; zero or less closes the task about it */
    void overpaid(SlipNumber slip, ReceivableNumber receivable, Yen over) {
        inbox.resolve(OverpaidSlipTask.key(receivable));
        if (over.isPositive()) {
            inbox.open(NewTask.of(
                            OverpaidSlipTask.TYPE,
                            OverpaidSlipTask.key(receivable),
                            SlipSubject.of(slip),
                            BilingualText.of("task.slip-overpaid.reason", receivable, over))
                    .dueAt(clock.instant().plus(TIME_TO_DECIDE))
                    .worth(over));
        }
    }

    @EventListener
    void on(PaymentSettled settled) {
        inbox.resolve(SlipWithdrawnTask.TYPE, OrderSubject.of(settled.orderNumber()));
        inbox.resolve(SlipTooLargeTask.key(settled.orderNumber()));
    }

    @EventListener
    void on(PaymentsSettled settled) {
        inbox.resolve(SlipWithdrawnTask.TYPE, OrderSubject.KIND, settled.keys());
        inbox.resolve(settled.orderNumbers().stream().map(SlipTooLargeTask::key).toList());
    }

    /** Whether it is still too much is seen when the customer is asked once more. */
    @EventListener
    void on(OrderRepriced repriced) {
        inbox.resolve(SlipTooLargeTask.key(repriced.orderNumber()));
    }

    @EventListener
    void on(OrderCancelled cancelled) {
        inbox.resolve(SlipWithdrawnTask.TYPE, OrderSubject.of(cancelled.orderNumber()));
        inbox.resolve(SlipTooLargeTask.key(cancelled.orderNumber()));
    }
}

package jp.otodoke.payments;

import java.time.Duration;
import java.util.Objects;
import jp.otodoke.inbox.Inbox;
import jp.otodoke.inbox.NewTask;
import jp.otodoke.orders.OrderSubject;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.orders.ShopPayment;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.Yen;
import org.springframework.stereotype.Component;

/**
 * Refunds or voids what the customer paid or reserved beyond the order's current total, through the original
 * payment method.
 */
@Component
class RefundExcess {
    private final CardCalls calls;
    private final Inbox inbox;
    private final BusinessClock clock;

    RefundExcess(CardCalls calls, Inbox inbox, BusinessClock clock) {
        this.calls = calls;
        this.inbox = inbox;
        this.clock = clock;
    }

    void excess(Payment payment) {
        var excess = payment.excess();
        if (payment.method() == PaymentMethod.CREDIT_CARD && payment.shopPayment() == ShopPayment.NONE) {
            if (payment.paid().isZero() && payment.charged().isZero()) {
                voidAuthorisation(payment);
            } else if (excess.isPositive() && !calls.outstanding(CardCall.Kind.REFUND, payment.orderNumber())) {
                var transaction = Objects.requireNonNull(payment.transactionNo());
                calls.request(
                        CardCall.Kind.REFUND, payment, transaction, excess, CardCall.Kind.REFUND, 0, Duration.ZERO);
            }
        } else if (excess.isPositive()) {
            inbox.open(refundTask(payment, excess));
        } else if (payment.shopPayment() == ShopPayment.AUTHORISED
                && payment.charged().isZero()) {
            inbox.open(shopTask(payment));
        }
    }

    /** Opens a task if the refund to the card failed. */
    void byHand(Payment payment) {
        var excess = payment.excess();
        if (excess.isPositive()) {
            inbox.open(refundTask(payment, excess));
        }
    }

    /** Voids the authorisation of the current attempt, unless a capture is unanswered. */
    void voidAuthorisation(Payment payment) {
        var transaction = payment.transactionNo();
        if (transaction != null
                && payment.authorised().isPositive()
                && !calls.outstanding(CardCall.Kind.CAPTURE, payment.orderNumber())) {
            calls.request(
                    CardCall.Kind.VOID,
                    payment,
                    transaction,
                    payment.authorised(),
                    CardCall.Kind.VOID,
                    0,
                    Duration.ZERO);
        }
    }

    private NewTask refundTask(Payment payment, Yen excess) {
        return NewTask.of(
                        RefundDueTask.TYPE,
                        "refund-due:" + payment.orderNumber() + ":"
                                + payment.charged().amount() + ":"
                                + payment.paid().amount(),
                        OrderSubject.of(payment.orderNumber()),
                        BilingualText.of(
                                "task.refund-due.reason",
                                payment.orderNumber(),
                                excess.amount(),
                                BilingualText.of("method." + payment.method())))
                .dueAt(clock.instant().plus(Duration.ofDays(3)))
                .urgent(1);
    }

    private NewTask shopTask(Payment payment) {
        return NewTask.of(
                        "shop-authorisation-to-void",
                        "shop-authorisation:" + payment.orderNumber(),
                        OrderSubject.of(payment.orderNumber()),
                        BilingualText.of("task.shop-authorisation-to-void.reason", payment.orderNumber()))
                .dueAt(clock.instant().plus(Duration.ofDays(3)));
    }
}

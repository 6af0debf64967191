package jp.otodoke.payments;

import java.time.Duration;
import java.util.Optional;
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
    private final Ledger ledger;
    private final Inbox inbox;
    private final BusinessClock clock;

    RefundExcess(CardCalls calls, Ledger ledger, Inbox inbox, BusinessClock clock) {
        this.calls = calls;
        this.ledger = ledger;
        this.inbox = inbox;
        this.clock = clock;
    }

    void excess(Payment payment) {
        var excess = payment.excess();
        if (excess.isPositive()) {
            refund(payment, excess);
        } else if (payment.charged().isZero()) {
            voidReservation(payment);
        }
    }

    /** By card if all of it was received by card, else by hand. */
    private void refund(Payment payment, Yen excess) {
        var captured =
                ledger.received(Ledger.Account.CARD, payment.orderNumber()).isAtLeast(excess)
                        ? ledger.capturedTransaction(payment.orderNumber())
                        : Optional.<String>empty();
        if (captured.isEmpty()) {
            inbox.open(refundTask(payment, excess));
        } else if (!calls.outstanding(CardCall.Kind.REFUND, payment.orderNumber())) {
            calls.request(
                    CardCall.Kind.REFUND, payment, captured.get(), excess, CardCall.Kind.REFUND, 0, Duration.ZERO);
        }
    }

    private void voidReservation(Payment payment) {
        if (payment.shopPayment() == ShopPayment.AUTHORISED) {
            voidAtTheShop(payment);
        } else if (payment.method() == PaymentMethod.CREDIT_CARD
                && payment.paid().isZero()) {
            voidAuthorisation(payment);
        }
    }

    /** Opens a task, as only staff can void an authorisation at the shop. */
    void voidAtTheShop(Payment payment) {
        inbox.open(shopTask(payment));
    }

    /** Opens a task if the refund to the card failed. */
    void byHand(Payment payment) {
        var excess = payment.excess();
        if (excess.isPositive()) {
            inbox.open(refundTask(payment, excess));
        }
    }

    /** To be called before charge or payment change: a task to refund the present excess is no longer right. */
    void amountsChange(Payment payment) {
        if (payment.excess().isPositive()) {
            inbox.resolve(refundKey(payment));
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
                        refundKey(payment),
                        OrderSubject.of(payment.orderNumber()),
                        BilingualText.of(
                                "task.refund-due.reason",
                                payment.orderNumber(),
                                excess.amount(),
                                BilingualText.of("method." + payment.method())))
                .dueAt(clock.instant().plus(Duration.ofDays(3)))
                .urgent(1);
    }

    private static String refundKey(Payment payment) {
        return "refund-due:" + payment.orderNumber() + ":" + payment.charged().amount() + ":"
                + payment.paid().amount();
    }

    private NewTask shopTask(Payment payment) {
        return NewTask.of(
                        ShopAuthorisationTask.TYPE,
                        ShopAuthorisationTask.key(payment),
                        OrderSubject.of(payment.orderNumber()),
                        BilingualText.of("task.shop-authorisation-to-void.reason", payment.orderNumber()))
                .dueAt(clock.instant().plus(Duration.ofDays(3)));
    }
}

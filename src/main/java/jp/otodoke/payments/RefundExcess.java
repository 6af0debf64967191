package jp.otodoke.payments;

import java.time.Duration;
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
    private final Refunds refunds;
    private final Inbox inbox;
    private final BusinessClock clock;

    RefundExcess(CardCalls calls, Refunds refunds, Inbox inbox, BusinessClock clock) {
        this.calls = calls;
        this.refunds = refunds;
        this.inbox = inbox;
        this.clock = clock;
    }

    void excess(Payment payment) {
        var due = due(payment);
        if (due.isPositive()) {
            refund(payment, due);
        }
        if (payment.charged().isZero()) {
            voidReservation(payment);
        }
    }

    /** What is to be given back beyond what the gateway has been asked for already; negative if something is still owed. */
    Yen due(Payment payment) {
        return payment.excess().minus(refunds.underWay(payment.orderNumber()));
    }

    /** By card if all of it was received by card and the cards take it back, else by hand. */
    private void refund(Payment payment, Yen due) {
        var refundable = refunds.refundable(payment.orderNumber());
        if (!Yen.sum(refundable.values(), amount -> amount).isAtLeast(due)) {
            inbox.open(refundTask(payment, due));
            return;
        }
        var rest = due;
        for (var captured : refundable.entrySet()) {
            var part = rest.min(captured.getValue());
            if (part.isPositive()) {
                var refund = refunds.request(payment.orderNumber(), captured.getKey(), part);
                calls.refund(payment, captured.getKey(), part, refund);
                rest = rest.minus(part);
            }
        }
    }

    private void voidReservation(Payment payment) {
        if (payment.authorised().isZero()) {
            return;
        }
        if (payment.shopPayment() == ShopPayment.AUTHORISED) {
            voidAtTheShop(payment);
        } else if (payment.method() == PaymentMethod.CREDIT_CARD) {
            voidAuthorisation(payment);
        }
    }

    /** Opens a task, as only staff can void an authorisation at the shop. */
    void voidAtTheShop(Payment payment) {
        inbox.open(shopTask(payment));
    }

    /** To be called before charge or payment change: a task to refund the present excess is no longer right. */
    void amountsChange(Payment payment) {
        if (due(payment).isPositive()) {
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

    private NewTask refundTask(Payment payment, Yen due) {
        return NewTask.of(
                        RefundDueTask.TYPE,
                        refundKey(payment),
                        OrderSubject.of(payment.orderNumber()),
                        BilingualText.of(
                                "task.refund-due.reason",
                                payment.orderNumber(),
                                due.amount(),
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

package jp.otodoke.payments;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.orders.ShopPayment;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.Words;
import jp.otodoke.workflow.Inbox;
import jp.otodoke.workflow.NewTask;
import org.springframework.stereotype.Component;

/** Gives back what the customer paid or reserved beyond what the order now costs, by the way it came. */
@Component
class GiveBack {
    private final CardCalls calls;
    private final Inbox inbox;
    private final BusinessClock clock;

    GiveBack(CardCalls calls, Inbox inbox, BusinessClock clock) {
        this.calls = calls;
        this.inbox = inbox;
        this.clock = clock;
    }

    void excess(Payment payment) {
        var excess = payment.paid() - payment.charged();
        if (payment.method() == PaymentMethod.CREDIT_CARD && payment.shopPayment() == ShopPayment.NONE) {
            if (payment.paid() == 0 && payment.charged() == 0) {
                voidAuthorisation(payment);
            } else if (excess > 0 && !calls.outstanding(CardCall.Kind.REFUND, payment.orderNumber())) {
                var transaction = Objects.requireNonNull(payment.transactionNo());
                calls.request(
                        CardCall.Kind.REFUND, payment, transaction, excess, CardCall.Kind.REFUND, 0, Duration.ZERO);
            }
        } else if (excess > 0) {
            inbox.open(refundTask(payment, excess));
        } else if (payment.shopPayment() == ShopPayment.AUTHORISED && payment.charged() == 0) {
            inbox.open(shopTask(payment));
        }
    }

    /** The card can't take it back: a person finds another way. */
    void byHand(Payment payment) {
        var excess = payment.paid() - payment.charged();
        if (excess > 0) {
            inbox.open(refundTask(payment, excess));
        }
    }

    /** The attempt ends, whatever became of it: an answer that comes later is undone too. */
    void voidAuthorisation(Payment payment) {
        var transaction = payment.transactionNo();
        if (transaction != null
                && payment.authorised() > 0
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

    private NewTask refundTask(Payment payment, long excess) {
        return new NewTask(
                "refund-due:" + payment.orderNumber() + ":" + payment.charged() + ":" + payment.paid(),
                "refund-due",
                "accounting",
                Words.of(
                        "task.refund-due.reason",
                        payment.orderNumber(),
                        excess,
                        Words.of("method." + payment.method())),
                List.of(payment.orderNumber()),
                clock.instant().plus(Duration.ofDays(3)),
                1,
                payment.orderNumber());
    }

    private NewTask shopTask(Payment payment) {
        return new NewTask(
                "shop-authorisation:" + payment.orderNumber(),
                "shop-authorisation-to-void",
                "accounting",
                Words.of("task.shop-authorisation-to-void.reason", payment.orderNumber()),
                List.of(payment.orderNumber()),
                clock.instant().plus(Duration.ofDays(3)),
                0,
                payment.orderNumber());
    }
}

package jp.otodoke.payments;

import java.time.Duration;
import java.util.Objects;
import jp.otodoke.inbox.Inbox;
import jp.otodoke.inbox.NewTask;
import jp.otodoke.orders.OrderSubject;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.orders.ShopPayment;
import jp.otodoke.payments.CardCall.Kind;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import org.springframework.stereotype.Component;

/** Goods have left with nothing that could be captured for them: a person collects what is owed. */
@Component
class AskAboutUnsecured {
    private static final Duration TIME_TO_DECIDE = Duration.ofDays(1);

    private final CardCalls calls;
    private final Chargebacks chargebacks;
    private final Inbox inbox;
    private final BusinessClock clock;

    AskAboutUnsecured(CardCalls calls, Chargebacks chargebacks, Inbox inbox, BusinessClock clock) {
        this.calls = calls;
        this.chargebacks = chargebacks;
        this.inbox = inbox;
        this.clock = clock;
    }

    /** Has no effect while the gateway has still to answer, and on what was charged back, about which it is asked already. */
    void about(Payment payment) {
        var order = payment.orderNumber();
        if (payment.method() == PaymentMethod.CREDIT_CARD
                && payment.shopPayment() == ShopPayment.NONE
                && !payment.settled()
                && payment.status() != PaymentStatus.UNKNOWN
                && !calls.outstanding(Kind.AUTHORISE, order)
                && !calls.outstanding(Kind.CAPTURE, order)
                && chargebacks.of(order).isEmpty()) {
            inbox.open(task(payment));
        }
    }

    /** The same as that of a capture that was refused before, if one was. */
    private NewTask task(Payment payment) {
        var transaction = payment.transactionNo();
        return NewTask.of(
                        CaptureFailedTask.TYPE,
                        CaptureFailedTask.key(
                                Objects.requireNonNullElse(
                                        transaction, payment.orderNumber().value()),
                                transaction == null ? 0 : calls.captures(transaction)),
                        OrderSubject.of(payment.orderNumber()),
                        BilingualText.of(
                                "task.capture-failed.reason.unsecured",
                                payment.orderNumber(),
                                payment.open().amount()))
                .dueAt(clock.instant().plus(TIME_TO_DECIDE))
                .urgent(2)
                .offering(CaptureFailedTask.WITHOUT_AUTHORISATION);
    }
}

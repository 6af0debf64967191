package jp.otodoke.payments;

import java.time.Duration;
import java.util.Objects;
import jp.otodoke.orders.ChangePaymentMethod;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.orders.Timeline;
import jp.otodoke.payments.CardCall.Kind;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Collects what is owed for shipped goods whose card payment could not be captured. Has no effect if nothing is owed. */
@Component
class CollectShipped {
    /** Only the first capture of a transaction counts from 0. */
    private static final int REPEATED = 1;

    private final Payments payments;
    private final FindOrder orders;
    private final CardCalls calls;
    private final CardLinks links;
    private final AuthorisationLife life;
    private final RefundExcess refundExcess;
    private final RequestPayment requestPayment;
    private final RecordCollected recordCollected;
    private final ChangePaymentMethod changePaymentMethod;
    private final Timeline timeline;

    CollectShipped(
            Payments payments,
            FindOrder orders,
            CardCalls calls,
            CardLinks links,
            AuthorisationLife life,
            RefundExcess refundExcess,
            RequestPayment requestPayment,
            RecordCollected recordCollected,
            ChangePaymentMethod changePaymentMethod,
            Timeline timeline) {
        this.payments = payments;
        this.orders = orders;
        this.calls = calls;
        this.links = links;
        this.life = life;
        this.refundExcess = refundExcess;
        this.requestPayment = requestPayment;
        this.recordCollected = recordCollected;
        this.changePaymentMethod = changePaymentMethod;
        this.timeline = timeline;
    }

    /** Charges the card once more by the same authorisation, or by a new one where that has ended. */
    @Transactional
    public void captureAgain(OrderNumber order) {
        var payment = unanswered(order);
        var transaction = payment.transactionNo();
        if (transaction != null && life.ended(transaction)) {
            authoriseAgain(order);
        } else if (!payment.settled()) {
            calls.request(
                    Kind.CAPTURE,
                    payment,
                    Objects.requireNonNull(transaction),
                    payment.open(),
                    Kind.CAPTURE,
                    REPEATED,
                    Duration.ZERO);
        }
    }

    /** Gives up the authorisation for a new one, which is captured as soon as it is granted. */
    @Transactional
    public void authoriseAgain(OrderNumber order) {
        var payment = unanswered(order);
        if (!payment.settled()) {
            endAttempt(payment);
            calls.request(
                    Kind.AUTHORISE, payment, payment.newAttempt(), payment.open(), Kind.AUTHORISE, 0, Duration.ZERO);
            payments.saveAndFlush(payment);
        }
    }

    /** Asks the customer to pay by bank transfer instead, and no more for another card. */
    @Transactional
    public void byTransfer(OrderNumber order, String by) {
        var payment = unanswered(order);
        if (!payment.settled()) {
            endAttempt(payment);
            links.end(order);
            payment.payBy(PaymentMethod.BANK_TRANSFER, null);
            changePaymentMethod.change(order, PaymentMethod.BANK_TRANSFER, by);
            requestPayment.afterShipping(payment, orders.get(order));
            payments.saveAndFlush(payment);
        }
    }

    /** Books what the customer has paid in another way already. */
    @Transactional
    public void received(OrderNumber order, String by) {
        var payment = unanswered(order);
        if (!payment.settled()) {
            var open = payment.open();
            endAttempt(payment);
            payments.saveAndFlush(payment);
            recordCollected.collected(order);
            timeline.add(order, "PAID", BilingualText.of("timeline.received-otherwise", open), by);
        }
    }

    private void endAttempt(Payment payment) {
        refundExcess.voidAuthorisation(payment);
        payment.endAttempt();
    }

    /**
     * While the gateway has still to answer, nobody knows whether the card is being charged.
     *
     * @throws Refusal in that case (conflict)
     */
    private Payment unanswered(OrderNumber order) {
        if (calls.outstanding(Kind.CAPTURE, order) || calls.outstanding(Kind.AUTHORISE, order)) {
            throw Refusal.conflict("payment.card.unanswered", order);
        }
        return payments.findById(order).orElseThrow();
    }
}

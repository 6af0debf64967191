package jp.otodoke.payments;

import jp.otodoke.payments.CardCall.Kind;
import jp.otodoke.shared.OrderNumber;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tries once more to charge the card for goods that have left. */
@Component
public class RetryCard {
    private final Payments payments;
    private final CardCalls calls;
    private final CollectShipped collectShipped;
    private final RequeryCard requeryCard;
    private final CaptureFailedTask declined;

    RetryCard(
            Payments payments,
            CardCalls calls,
            CollectShipped collectShipped,
            RequeryCard requeryCard,
            CaptureFailedTask declined) {
        this.payments = payments;
        this.calls = calls;
        this.collectShipped = collectShipped;
        this.requeryCard = requeryCard;
        this.declined = declined;
    }

    /**
     * What nobody knows is asked for and never charged again; what was declined is charged once more.
     *
     * @return false if there is nothing to try: another answer is awaited, it is paid, or it is not by card any more
     */
    @Transactional
    public boolean retry(OrderNumber order) {
        var payment = payments.findById(order).orElseThrow();
        var transaction = payment.transactionNo();
        if (payment.settled() || transaction == null) {
            return false;
        }
        if (payment.status() == PaymentStatus.UNKNOWN) {
            requeryCard.ask(order);
            return true;
        }
        if (payment.status() != PaymentStatus.FAILED
                || calls.outstanding(Kind.CAPTURE, order)
                || calls.outstanding(Kind.AUTHORISE, order)) {
            return false;
        }
        chargeAgain(order, transaction);
        return true;
    }

    /** An attempt that got no authorisation has none that could be captured. */
    private void chargeAgain(OrderNumber order, String transaction) {
        if (calls.captures(transaction) > 0) {
            collectShipped.captureAgain(order);
        } else {
            collectShipped.authoriseAgain(order);
        }
        // Another refusal asks again.
        declined.close(order);
    }
}

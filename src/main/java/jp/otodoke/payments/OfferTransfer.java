package jp.otodoke.payments;

import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.payments.CardCall.Kind;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.ReceivableNumber;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks the customer of goods that have left to pay by bank transfer, because the money can't be had as was agreed. */
@Component
public class OfferTransfer {
    private final Payments payments;
    private final CardCalls calls;
    private final CollectShipped collectShipped;
    private final CaptureFailedTask declined;
    private final DirectDebits directDebits;

    OfferTransfer(
            Payments payments,
            CardCalls calls,
            CollectShipped collectShipped,
            CaptureFailedTask declined,
            DirectDebits directDebits) {
        this.payments = payments;
        this.calls = calls;
        this.collectShipped = collectShipped;
        this.declined = declined;
        this.directDebits = directDebits;
    }

    /** @return false if it is paid, is to be transferred already, or the gateway or a direct debit may still bring the money */
    @Transactional
    public boolean offer(OrderNumber order, String by) {
        var payment = payments.findById(order).orElseThrow();
        if (payment.settled()
                || payment.method() == PaymentMethod.BANK_TRANSFER
                || payment.status() == PaymentStatus.UNKNOWN
                || calls.outstanding(Kind.CAPTURE, order)
                || calls.outstanding(Kind.AUTHORISE, order)
                || directDebits.underWay(ReceivableNumber.of(order))) {
            return false;
        }
        collectShipped.byTransfer(order, by);
        declined.close(order);
        return true;
    }
}

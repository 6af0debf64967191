package jp.otodoke.payments;

import java.time.Duration;
import java.util.Collection;
import java.util.Objects;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.orders.ShopPayment;
import jp.otodoke.payments.Ledger.Account;
import jp.otodoke.payments.PaymentAllocation.Reason;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.staff.CurrentStaff;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Captures the card payment when goods ship; a payment authorised by the shop counts as paid through the shop. Goods that no card secures
 * are a task.
 */
@Component
public class CaptureOnShipment {
    private final Payments payments;
    private final FindPayment findPayment;
    private final CardCalls calls;
    private final AllocatePayments allocatePayments;
    private final AuthorisationLife life;
    private final RefundExcess refundExcess;
    private final AskAboutChargeback askAboutChargeback;
    private final AskAboutUnsecured askAboutUnsecured;

    CaptureOnShipment(
            Payments payments,
            FindPayment findPayment,
            CardCalls calls,
            AllocatePayments allocatePayments,
            AuthorisationLife life,
            RefundExcess refundExcess,
            AskAboutChargeback askAboutChargeback,
            AskAboutUnsecured askAboutUnsecured) {
        this.payments = payments;
        this.findPayment = findPayment;
        this.calls = calls;
        this.allocatePayments = allocatePayments;
        this.life = life;
        this.refundExcess = refundExcess;
        this.askAboutChargeback = askAboutChargeback;
        this.askAboutUnsecured = askAboutUnsecured;
    }

    /** Idempotent: there is one capture per payment. */
    @Transactional
    public void shipped(Collection<OrderNumber> orderNumbers) {
        // Loaded by id: a query would first flush the payments already in this transaction.
        orderNumbers.stream()
                .sorted()
                .forEach(number -> payments.findById(number).map(this::locked).ifPresent(this::settle));
    }

    /** The authorisation of a card may just be taking another's place. */
    private Payment locked(Payment payment) {
        return payment.method() == PaymentMethod.CREDIT_CARD && payment.shopPayment() == ShopPayment.NONE
                ? findPayment.locked(payment.orderNumber())
                : payment;
    }

    private void settle(Payment payment) {
        if (payment.cardBarred()) {
            askAboutChargeback.about(payment.orderNumber());
        }
        if (payment.status() == PaymentStatus.AUTHORIZED) {
            if (payment.shopPayment() == ShopPayment.AUTHORISED) {
                paidThroughShop(payment);
            } else if (payment.method() == PaymentMethod.CREDIT_CARD) {
                capture(payment);
            }
            payments.save(payment);
        } else {
            askAboutUnsecured.about(payment);
        }
    }

    private void paidThroughShop(Payment payment) {
        allocatePayments.allocate(
                payment,
                PaymentAllocation.of(
                        "shop-captured:" + payment.orderNumber(),
                        payment.orderNumber(),
                        Reason.PAID_AT_SHOP,
                        Account.SHOP,
                        payment.open(),
                        CurrentStaff.SYSTEM));
    }

    private void capture(Payment payment) {
        var transaction = Objects.requireNonNull(payment.transactionNo());
        if (life.ended(transaction) && calls.captures(transaction) == 0) {
            authoriseAnew(payment);
        } else if (calls.latest(transaction)
                .filter(c -> c.wanted() == CardCall.Kind.CAPTURE)
                .isEmpty()) {
            calls.request(
                    CardCall.Kind.CAPTURE,
                    payment,
                    transaction,
                    payment.open(),
                    CardCall.Kind.CAPTURE,
                    0,
                    Duration.ZERO);
        }
    }

    /** An authorisation that has ended is not captured, as nobody knows what would come of it. */
    private void authoriseAnew(Payment payment) {
        refundExcess.voidAuthorisation(payment);
        if (payment.captureWhenGranted().isEmpty()) {
            calls.request(
                    CardCall.Kind.AUTHORISE,
                    payment,
                    payment.newAttempt(),
                    payment.open(),
                    CardCall.Kind.AUTHORISE,
                    0,
                    Duration.ZERO);
        }
    }
}

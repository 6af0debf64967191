package jp.otodoke.payments;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.orders.ShopPayment;
import jp.otodoke.platform.secrets.EncryptedText;
import org.jspecify.annotations.Nullable;

/** What an order owes and how it is paid. Amounts in yen. */
@Entity
@Table(name = "payment")
public class Payment {
    @Id
    @Column(name = "order_number")
    private String orderNumber;

    @Version
    private @Nullable Long version;

    @Enumerated(EnumType.STRING)
    private PaymentMethod method;

    @Enumerated(EnumType.STRING)
    private ShopPayment shopPayment;

    @Enumerated(EnumType.STRING)
    private PaymentStatus status;

    private long charged;
    private long paid;
    private long authorised;

    @Convert(converter = EncryptedText.class)
    private @Nullable String cardToken;

    private @Nullable String transactionNo;
    private int attempt;
    private @Nullable Instant unknownSince;
    private @Nullable LocalDate dueBy;

    protected Payment() {} // for JPA

    static Payment open(
            String orderNumber, PaymentMethod method, ShopPayment shop, long charged, @Nullable String cardToken) {
        var payment = new Payment();
        payment.orderNumber = orderNumber;
        payment.method = method;
        payment.shopPayment = shop;
        payment.status = PaymentStatus.PENDING;
        payment.charged = charged;
        payment.cardToken = cardToken;
        return payment;
    }

    /** Whether the payment allows goods to be allocated and shipped. */
    public boolean secured() {
        return charged <= paid
                || switch (method) {
                    case CASH_ON_DELIVERY, INVOICE -> true;
                    case CREDIT_CARD -> status == PaymentStatus.AUTHORIZED && authorised >= charged;
                    default -> false;
                };
    }

    public boolean settled() {
        return paid >= charged;
    }

    /** Each attempt gets a new transaction number, as the gateway does not accept that of a failed attempt. */
    String newAttempt() {
        attempt++;
        transactionNo = orderNumber + "-" + attempt;
        status = PaymentStatus.PENDING;
        unknownSince = null;
        return transactionNo;
    }

    /** Ends the current attempt; an authorisation reported later is voided. */
    void endAttempt() {
        transactionNo = null;
        authorised = 0;
        unknownSince = null;
        status = statusByAmounts();
    }

    void authorised(long amount) {
        status = PaymentStatus.AUTHORIZED;
        authorised = amount;
        unknownSince = null;
    }

    void unknown(Instant now) {
        if (status != PaymentStatus.UNKNOWN) {
            status = PaymentStatus.UNKNOWN;
            unknownSince = now;
        }
    }

    /**
     * Whether the result of this operation is still open; a known result is not overwritten because an answer was
     * lost.
     */
    boolean isAwaiting(CardCall.Kind wanted) {
        return switch (wanted) {
            case AUTHORISE -> status == PaymentStatus.PENDING || status == PaymentStatus.UNKNOWN;
            case CAPTURE -> authorised > 0;
            default -> false;
        };
    }

    void failed() {
        status = PaymentStatus.FAILED;
        unknownSince = null;
    }

    void voided() {
        authorised = 0;
        unknownSince = null;
        status = statusByAmounts();
    }

    void pay(long amount) {
        paid += amount;
        authorised = 0;
        unknownSince = null;
        status = statusByAmounts();
    }

    void refund(long amount) {
        paid -= amount;
        status = charged == 0 ? PaymentStatus.REFUNDED : statusByAmounts();
    }

    void recharge(long newCharge) {
        charged = newCharge;
        if (status != PaymentStatus.REFUNDED && status != PaymentStatus.UNKNOWN) {
            status = authorised > 0 && paid == 0 && charged <= authorised ? status : statusByAmounts();
        }
    }

    void payBy(PaymentMethod newMethod, @Nullable String token) {
        method = newMethod;
        shopPayment = newMethod == PaymentMethod.CREDIT_CARD && token == null ? shopPayment : ShopPayment.NONE;
        cardToken = token == null ? cardToken : token;
    }

    void dueBy(LocalDate day) {
        dueBy = day;
    }

    private PaymentStatus statusByAmounts() {
        if (paid == 0) {
            return PaymentStatus.PENDING;
        }
        return paid >= charged ? PaymentStatus.PAID : PaymentStatus.PARTLY_PAID;
    }

    public String orderNumber() {
        return orderNumber;
    }

    public PaymentMethod method() {
        return method;
    }

    public ShopPayment shopPayment() {
        return shopPayment;
    }

    public PaymentStatus status() {
        return status;
    }

    public long charged() {
        return charged;
    }

    public long paid() {
        return paid;
    }

    public long authorised() {
        return authorised;
    }

    @Nullable
    String cardToken() {
        return cardToken;
    }

    public @Nullable String transactionNo() {
        return transactionNo;
    }

    public @Nullable Instant unknownSince() {
        return unknownSince;
    }

    public @Nullable LocalDate dueBy() {
        return dueBy;
    }
}

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
import java.util.Optional;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.orders.ShopPayment;
import jp.otodoke.payments.PaymentAllocation.Reason;
import jp.otodoke.platform.secrets.EncryptedText;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Yen;
import org.hibernate.annotations.SQLRestriction;
import org.jspecify.annotations.Nullable;

/** What an order owes and how it is paid. */
@Entity
@Table(name = "receivable")
@SQLRestriction("kind = 'ORDER'")
public class Payment {
    @Id
    @Column(name = "number")
    private OrderNumber orderNumber;

    @Version
    private @Nullable Long version;

    private @Nullable CustomerNumber customerNumber;

    @Enumerated(EnumType.STRING)
    private PaymentMethod method;

    @Enumerated(EnumType.STRING)
    private ShopPayment shopPayment;

    @Enumerated(EnumType.STRING)
    private PaymentStatus status;

    private Yen charged = Yen.ZERO;
    private Yen paid = Yen.ZERO;
    private Yen authorised = Yen.ZERO;

    @Convert(converter = EncryptedText.class)
    private @Nullable String cardToken;

    private @Nullable String transactionNo;
    private int attempt;
    private @Nullable Instant unknownSince;
    private @Nullable LocalDate dueBy;
    private boolean byMandate;
    private Yen creditGranted = Yen.ZERO;
    private @Nullable Instant creditRefusedAt;

    private boolean cardBarred;
    private @Nullable String renewalNo;
    private @Nullable String cardLast4;
    private boolean captureWhenGranted;

    @Column(updatable = false)
    private @Nullable String payerKana;

    @Column(updatable = false)
    private @Nullable String payerKey;

    @Column(updatable = false)
    private @Nullable String shopNumber;

    protected Payment() {} // for JPA

    static Payment open(
            OrderNumber orderNumber,
            @Nullable CustomerNumber customer,
            PaymentMethod method,
            ShopPayment shop,
            Yen charged,
            @Nullable String cardToken) {
        var payment = new Payment();
        payment.orderNumber = orderNumber;
        payment.customerNumber = customer;
        payment.method = method;
        payment.shopPayment = shop;
        payment.status = PaymentStatus.PENDING;
        payment.charged = charged;
        payment.cardToken = cardToken;
        payment.settleIfFree();
        return payment;
    }

    /** By what deposits find it. */
    void findableBy(String kana, @Nullable String numberAtShop) {
        payerKana = kana;
        payerKey = PayerKey.of(kana);
        shopNumber = numberAtShop != null && numberAtShop.matches("\\d{4,}") ? numberAtShop : null;
    }

    /** Whether the payment allows goods to be allocated and shipped. */
    public boolean secured() {
        return settled()
                || switch (method) {
                    case CASH_ON_DELIVERY -> true;
                    case INVOICE -> creditGranted.isAtLeast(open());
                    case CREDIT_CARD -> status == PaymentStatus.AUTHORIZED && authorised.isAtLeast(open());
                    case DEFERRED ->
                        transactionNo != null && status == PaymentStatus.AUTHORIZED && authorised.isAtLeast(open());
                    case DIRECT_DEBIT -> byMandate;
                    default -> false;
                };
    }

    public boolean settled() {
        return paid.isAtLeast(charged);
    }

    /** Each attempt gets a new transaction number, as the gateway does not accept that of a failed attempt. */
    String newAttempt() {
        transactionNo = nextAttempt();
        status = PaymentStatus.PENDING;
        unknownSince = null;
        return transactionNo;
    }

    /** A number of its own for what goes on in the place of the current attempt. */
    String nextAttempt() {
        attempt++;
        return orderNumber + "-" + attempt;
    }

    /** Whether it was ever tried to have it paid by card or 後払い. */
    boolean attempted() {
        return attempt > 0;
    }

    /** Ends the current attempt; an authorisation reported later is voided. */
    void endAttempt() {
        transactionNo = null;
        renewalNo = null;
        authorised = Yen.ZERO;
        unknownSince = null;
        status = statusByAmounts();
    }

    /** What was granted is to be granted once more, under the same number. */
    void recheck() {
        authorised = Yen.ZERO;
        unknownSince = null;
        status = statusByAmounts();
    }

    /** Its card is not charged again by itself. */
    void barCard() {
        cardBarred = true;
    }

    /** Another card pays from now on. */
    void useCard(String token) {
        cardToken = token;
        cardLast4 = null;
        cardBarred = false;
    }

    /** @param last4 digits, as the gateway tells them */
    void cardShownAs(String last4) {
        cardLast4 = last4;
    }

    @Nullable
    String cardLast4() {
        return cardLast4;
    }

    public boolean cardBarred() {
        return cardBarred;
    }

    /** Another authorisation is asked for, which takes the place of the one it has when it is granted. */
    String beginRenewal() {
        renewalNo = nextAttempt();
        return renewalNo;
    }

    boolean isRenewal(String number) {
        return number.equals(renewalNo);
    }

    void renewed(Yen amount) {
        transactionNo = renewalNo;
        renewalNo = null;
        authorised(amount);
    }

    /** It keeps what it has. */
    void renewalEnded() {
        renewalNo = null;
    }

    /**
     * Goods leave whose authorisation has ended: what is asked for in its place is captured as soon as it is granted.
     *
     * @return its number if it is asked for already, as a renewal
     */
    Optional<String> captureWhenGranted() {
        var asked = renewalNo;
        endAttempt();
        captureWhenGranted = true;
        transactionNo = asked;
        return Optional.ofNullable(asked);
    }

    boolean isCapturedWhenGranted() {
        return captureWhenGranted;
    }

    /** The attempt goes on under another number. */
    void continuesAs(String otherNo) {
        transactionNo = otherNo;
    }

    void authorised(Yen amount) {
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
            case CAPTURE -> authorised.isPositive();
            default -> false;
        };
    }

    void failed() {
        status = PaymentStatus.FAILED;
        unknownSince = null;
    }

    void voided() {
        authorised = Yen.ZERO;
        unknownSince = null;
        status = statusByAmounts();
    }

    /** Money has come in, or was given or taken back. */
    void allocate(PaymentAllocation allocation) {
        paid = paid.plus(allocation.amount());
        if (allocation.amount().isPositive()) {
            captureWhenGranted = false;
            authorised = Yen.ZERO;
            unknownSince = null;
        }
        status = status(allocation.reason());
    }

    /** Nothing is owed for an order that was placed at 0 yen or changed to it, whatever its method. */
    void settleIfFree() {
        if (charged.isZero() && status == PaymentStatus.PENDING) {
            status = PaymentStatus.PAID;
        }
    }

    /** A free order stays paid; an order whose whole charge is cancelled doesn't become paid. */
    void recharge(Yen newCharge) {
        if (charged.isZero() && newCharge.isZero()) {
            return;
        }
        charged = newCharge;
        if (status != PaymentStatus.REFUNDED && status != PaymentStatus.UNKNOWN) {
            status = authorised.isPositive() && authorised.isAtLeast(open()) ? whileAuthorised() : statusByAmounts();
        }
    }

    /** What the shop has authorised covers the order again after a raised charge was lowered. */
    private PaymentStatus whileAuthorised() {
        return shopPayment == ShopPayment.AUTHORISED ? PaymentStatus.AUTHORIZED : status;
    }

    /** Whether an active mandate secures it from now on. */
    void byMandate(boolean secured) {
        byMandate = secured;
    }

    /** What is open may leave unpaid: the customer's limit or a person allows it. */
    void grantCredit() {
        creditGranted = charged;
        if (creditRefusedAt != null) {
            creditRefusedAt = null;
            dueBy = null;
        }
    }

    /** Whether it waits, or waited until it was changed, because the limit did not allow it. */
    boolean creditRefused() {
        return creditRefusedAt != null;
    }

    /** @param limit until when somebody has to decide */
    void refuseCredit(Instant now, LocalDate limit) {
        if (creditRefusedAt == null) {
            creditRefusedAt = now;
            dueBy = limit;
        }
    }

    /** The term of another way to pay is none of this one's. */
    void payBy(PaymentMethod newMethod, @Nullable String token) {
        shopPayment = newMethod == method && token == null ? shopPayment : ShopPayment.NONE;
        byMandate = byMandate && newMethod == method;
        creditGranted = newMethod == method ? creditGranted : Yen.ZERO;
        creditRefusedAt = newMethod == method ? creditRefusedAt : null;
        dueBy = newMethod == method ? dueBy : null;
        cardBarred = cardBarred && newMethod == method && token == null;
        method = newMethod;
        cardLast4 = token == null ? cardLast4 : null;
        cardToken = token == null ? cardToken : token;
    }

    void dueBy(LocalDate day) {
        dueBy = day;
    }

    private PaymentStatus status(Reason last) {
        if (last == Reason.REFUNDED && charged.isZero() && paid.isZero()) {
            return PaymentStatus.REFUNDED;
        }
        return last == Reason.WRITTEN_OFF && settled() && paid.isPositive()
                ? PaymentStatus.WRITTEN_OFF
                : statusByAmounts();
    }

    private PaymentStatus statusByAmounts() {
        if (!paid.isPositive()) {
            return PaymentStatus.PENDING;
        }
        return settled() ? PaymentStatus.PAID : PaymentStatus.PARTLY_PAID;
    }

    public OrderNumber orderNumber() {
        return orderNumber;
    }

    @Nullable
    CustomerNumber customerNumber() {
        return customerNumber;
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

    public Yen charged() {
        return charged;
    }

    public Yen paid() {
        return paid;
    }

    public Yen authorised() {
        return authorised;
    }

    /** What is still to be paid; negative if more was paid than charged, more than the charge if money given back never came in. */
    public Yen open() {
        return charged.minus(paid);
    }

    /** What was paid beyond the charge; negative if something is still open. */
    public Yen excess() {
        return paid.minus(charged);
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

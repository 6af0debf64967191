package jp.otodoke.payments;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.payments.PaymentAllocation.Reason;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.Yen;
import org.hibernate.annotations.SQLRestriction;
import org.jspecify.annotations.Nullable;

/**
 * What a customer owes without an order: a due, an invoice or a fee. What an order owes is a {@link Payment}, a row of the
 * same table.
 */
@Entity
@Table(name = "receivable")
@SQLRestriction("kind <> 'ORDER'")
class Receivable {
    @Id
    private ReceivableNumber number;

    @Version
    private @Nullable Long version;

    @Enumerated(EnumType.STRING)
    private ReceivableKind kind;

    private CustomerNumber customerNumber;

    @Enumerated(EnumType.STRING)
    private PaymentMethod method;

    @Enumerated(EnumType.STRING)
    private PaymentStatus status;

    private int taxRate;
    private Yen charged;
    private Yen paid = Yen.ZERO;

    private LocalDate dueBy;

    private Instant createdAt;

    protected Receivable() {} // for JPA

    static Receivable charge(ReceivableNumber number, NewReceivable asked, Instant now) {
        var receivable = new Receivable();
        receivable.number = number;
        receivable.kind = asked.kind();
        receivable.customerNumber = asked.customer();
        receivable.method = PaymentMethod.BANK_TRANSFER;
        receivable.status = PaymentStatus.PENDING;
        receivable.taxRate = asked.taxRate();
        receivable.charged = asked.amount();
        receivable.dueBy = asked.dueDate();
        receivable.createdAt = now;
        return receivable;
    }

    void allocate(PaymentAllocation allocation) {
        paid = paid.plus(allocation.amount());
        if (paid.isAtLeast(charged)) {
            status = allocation.reason() == Reason.WRITTEN_OFF ? PaymentStatus.WRITTEN_OFF : PaymentStatus.PAID;
        } else {
            status = paid.isPositive() ? PaymentStatus.PARTLY_PAID : PaymentStatus.PENDING;
        }
    }

    /** Nothing more is owed than was paid. */
    void cancelOpen() {
        charged = paid;
        status = PaymentStatus.PAID;
    }

    int taxRate() {
        return taxRate;
    }

    ReceivableNumber number() {
        return number;
    }

    Yen paid() {
        return paid;
    }

    Yen open() {
        return charged.minus(paid);
    }

    /** The tax inside what is still open. */
    Yen taxInside() {
        return open().taxIncluded(taxRate);
    }

    LocalDate dueBy() {
        return dueBy;
    }
}

package jp.otodoke.payments.accounting;

import java.time.Instant;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;

/**
 * A row of a customer's account.
 *
 * @param receivable what was charged or paid
 * @param amount by how much more the customer owes; negative if it is less
 * @param reference of the deposit at the bank; null if it was none
 * @param owed what the customer owes after it, over all; negative for what is paid ahead
 * @param held what the customer has with us after it (預り金)
 */
public record AccountEntry(
        AccountPlace place,
        Kind kind,
        ReceivableNumber receivable,
        Yen amount,
        @Nullable String reference,
        Yen owed,
        Yen held) {
    public enum Kind {
        CHARGED,
        CHANGED,
        CANCELLED,
        RETURNED,
        PAID,
        PAID_FROM_BALANCE,
        TAKEN_BACK,
        REFUNDED,
        REFUNDED_TO_BALANCE,
        WRITTEN_OFF
    }

    public Instant at() {
        return place.at();
    }

    /** 請求: what it adds. */
    public @Nullable Yen debit() {
        return amount.isPositive() ? amount : null;
    }

    /** 入金など: what it takes off. */
    public @Nullable Yen credit() {
        return amount.isPositive() ? null : amount.negated();
    }
}

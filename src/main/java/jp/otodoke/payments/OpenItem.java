package jp.otodoke.payments;

import java.time.LocalDate;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;

/**
 * What somebody owes or owed, whatever for.
 *
 * @param customer number; null if an order has none
 * @param amount with tax
 * @param taxRate percent; null for an order, whose lines have their own
 * @param paid what has been received, less what was given back
 * @param dueDate null if nobody was asked to pay by a day
 */
public record OpenItem(
        ReceivableNumber number,
        ReceivableKind kind,
        @Nullable String customer,
        PaymentMethod method,
        Yen amount,
        @Nullable Integer taxRate,
        Yen paid,
        @Nullable LocalDate dueDate,
        PaymentStatus status) {
    /** What is still to be paid; negative if more was paid. */
    public Yen open() {
        return amount.minus(paid);
    }
}

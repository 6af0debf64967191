package jp.otodoke.payments;

import java.time.Instant;
import java.time.LocalDate;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;

/**
 * コンビニ払込票: by which a customer pays at a convenience store.
 *
 * @param barcode the 44 digits
 * @param printedAt when it was printed last; null if never
 * @param replacedAt when another was made in its place, though it may still be paid; null for the current one
 */
public record PaymentSlip(
        SlipNumber number,
        ReceivableNumber receivable,
        Yen amount,
        LocalDate dueDate,
        String barcode,
        Instant madeAt,
        @Nullable Instant printedAt,
        @Nullable Instant replacedAt) {
    /** Stores take no more on one slip. */
    static final Yen MOST = Yen.of(300_000);

    /** From this amount without tax on, a receipt needs a revenue stamp. */
    private static final Yen STAMPED = Yen.of(50_000);

    boolean asks(Yen wanted, LocalDate due) {
        return amount.equals(wanted) && dueDate.equals(due);
    }

    static boolean needsStamp(Yen amount, Yen taxInside) {
        return amount.minus(taxInside).isAtLeast(STAMPED);
    }
}

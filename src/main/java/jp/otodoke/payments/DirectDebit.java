package jp.otodoke.payments;

import java.time.Instant;
import java.time.LocalDate;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;

/**
 * A cycle of direct debits: what is collected from accounts on one day.
 *
 * @param debitDate a business day of the banks
 * @param agency profile of the files; null until the request is sent
 * @param claims how many rows its request has
 * @param amount their sum
 */
public record DirectDebit(
        long id,
        LocalDate debitDate,
        State state,
        @Nullable String agency,
        long claims,
        Yen amount,
        Instant createdAt,
        @Nullable Instant sentAt,
        @Nullable Instant doneAt) {
    public enum State {
        COLLECTED,
        /** The request is handed over, and does not change any more. */
        SENT,
        /** The result is booked, or nothing was left to request. */
        DONE
    }
}

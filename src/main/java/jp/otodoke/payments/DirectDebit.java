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
 * @param fileDue the last day for its file; null if no contract says
 * @param resultDue the day by which its result is expected; null if no contract says
 * @param awaitsApproval whether its file goes once somebody has approved it
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
        @Nullable Instant doneAt,
        @Nullable LocalDate fileDue,
        @Nullable LocalDate resultDue,
        boolean awaitsApproval) {
    public enum State {
        COLLECTED,
        /** The request is handed over, and does not change any more. */
        SENT,
        /** The result is booked, or nothing was left to request. */
        DONE
    }

    /** Whether it is done though nothing was left to request. */
    public boolean empty() {
        return state == State.DONE && agency == null;
    }

    /** Whether its file should be with the agency by now: its last day has passed, or the day of the debit is here. */
    public boolean fileLate(LocalDate today) {
        return state == State.COLLECTED && (fileDue != null && today.isAfter(fileDue) || !today.isBefore(debitDate));
    }

    /** Whether its result should be here by now. */
    public boolean resultLate(LocalDate today) {
        return state == State.SENT && resultDue != null && today.isAfter(resultDue);
    }
}

package jp.otodoke.payments;

import java.time.Instant;
import java.time.LocalDate;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;

/**
 * 総合振込: a file by which the bank transfers refunds on one day. Its content never changes.
 *
 * @param createdBy user name
 * @param handedOverAt when it was fetched for the bank; null before
 */
public record TransferFile(
        long id,
        LocalDate transferDate,
        State state,
        int count,
        Yen total,
        String createdBy,
        Instant createdAt,
        @Nullable Instant handedOverAt) {
    public enum State {
        /** It can still be discarded. */
        COLLECTED,
        /** Somebody has fetched it for the bank. */
        SENT,
        /** Its day is over, or the bank has confirmed it. */
        DONE,
        /** It never went to the bank; its refunds wait for another. */
        DISCARDED
    }
}

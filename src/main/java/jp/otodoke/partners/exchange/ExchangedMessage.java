package jp.otodoke.partners.exchange;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message of the log as staff see it.
 *
 * @param direction IN (to Otodoke) or OUT
 * @param state QUEUED, FAILED, SENT, ACKNOWLEDGED, REFUSED, PROCESSING, PARTLY, STOPPED or DONE
 * @param records how many records it carries
 * @param quarantined how many of them wait for a person
 */
public record ExchangedMessage(
        long id,
        String direction,
        String partner,
        String type,
        String fileName,
        String state,
        int records,
        int quarantined,
        int attempts,
        long size,
        String sha256,
        @Nullable String error,
        @Nullable String note,
        Instant createdAt,
        @Nullable Instant sentAt,
        @Nullable Instant acknowledgedAt,
        @Nullable Instant processedAt) {
    /** Why it was not sent; null if it was, or if it is incoming. */
    public @Nullable FailureCause cause() {
        return error == null || !direction.equals("OUT") ? null : FailureCause.of(error);
    }

    /** An incoming file without rows that wait for a person needs no further action. */
    public boolean finished() {
        return direction.equals("IN") && state.equals("DONE") && quarantined == 0;
    }
}

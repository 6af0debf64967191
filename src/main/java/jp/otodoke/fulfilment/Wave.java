package jp.otodoke.fulfilment;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A wave and how far it has come.
 *
 * @param trigger SCHEDULED or MANUAL
 * @param warehouse null for any
 * @param carrier null for any
 * @param ordersDue orders due when it began
 * @param passedOver due orders of another warehouse or carrier
 * @param failed orders that could not be released
 * @param endedBy who stopped it
 */
public record Wave(
        long id,
        String trigger,
        String begunBy,
        Instant begunAt,
        LocalDate shipDate,
        @Nullable String warehouse,
        @Nullable String carrier,
        int ordersDue,
        WaveState state,
        @Nullable String endedBy,
        @Nullable Instant endedAt,
        long released,
        long shipments,
        long passedOver,
        long failed) {
    public boolean running() {
        return state == WaveState.RUNNING;
    }

    /** Orders that it has looked at. */
    public long looked() {
        return released + passedOver + failed;
    }

    /** Orders that it will have looked at; some may have become due after it began. */
    public long toLook() {
        return Math.max(1, Math.max(ordersDue, looked()));
    }
}

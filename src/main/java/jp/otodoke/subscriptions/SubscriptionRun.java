package jp.otodoke.subscriptions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run and how far it has come.
 *
 * @param id null for a preview
 * @param trigger SCHEDULED or MANUAL
 * @param expected turns that were due when it began
 */
public record SubscriptionRun(
        @Nullable Long id,
        String trigger,
        LocalDate through,
        String begunBy,
        Instant begunAt,
        RunState state,
        @Nullable String endedBy,
        @Nullable Instant endedAt,
        long expected,
        long made,
        List<Skipped> skipped,
        long failed) {
    /** So many turns pass for one reason. */
    public record Skipped(SkipReason reason, long count) {}

    public long skippedInAll() {
        return skipped.stream().mapToLong(Skipped::count).sum();
    }

    /** Turns that it has decided on. */
    public long decided() {
        return made + failed + skippedInAll();
    }

    public boolean running() {
        return state == RunState.RUNNING;
    }
}

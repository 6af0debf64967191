package jp.otodoke.subscriptions;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How long a subscription is paused; without end if neither is given.
 *
 * @param turns how many turns are still to pass
 * @param until the first day on which something may be delivered again
 */
public record Pause(@Nullable Integer turns, @Nullable LocalDate until) {
    static final Pause WITHOUT_END = new Pause(null, null);

    /** After one more turn has passed; null if that was the last. */
    @Nullable
    Pause afterOneMore() {
        if (turns == null) {
            return this;
        }
        return turns > 1 ? new Pause(turns - 1, until) : null;
    }

    boolean endsBefore(LocalDate delivery) {
        return until != null && !delivery.isBefore(until);
    }
}

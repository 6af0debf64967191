package jp.otodoke.platform.clock;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A place where work waits to be done by itself: engine jobs, outgoing messages, files to be read,
 * simulated partners. The movable clock asks all of them, so that no moment is skipped and each
 * settles before the next.
 */
public interface WorkInFlight {
    /** What is moving right now, in a few words each; empty when nothing will happen by itself. */
    List<String> moving();

    /** The next moment at which something becomes due by time alone, strictly after now. */
    Optional<Instant> nextDue();

    /** Looks for due work at once instead of at the next poll. */
    default void nudge() {}
}

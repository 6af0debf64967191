package jp.otodoke.platform.clock;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A place where work waits to be done without anybody acting: engine jobs, outgoing messages, incoming files,
 * simulated partners. The movable clock asks all of them, so that no due moment is skipped and the work of each is
 * done before the next.
 */
public interface WorkInFlight {
    /** What is in progress right now, in a few words each; empty when nothing will happen by itself. */
    List<String> moving();

    /** The next moment, strictly after now, at which something becomes due. */
    Optional<Instant> nextDue();

    /** Looks for due work now instead of at the next poll. */
    default void runNow() {}
}

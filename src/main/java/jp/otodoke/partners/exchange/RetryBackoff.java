package jp.otodoke.partners.exchange;

import java.time.Duration;
import java.util.List;

/** The delay before the next attempt after a failure: increasing, up to a limit. */
final class RetryBackoff {
    private static final List<Duration> DELAYS = List.of(
            Duration.ofSeconds(10),
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5),
            Duration.ofMinutes(10),
            Duration.ofMinutes(30));

    /** The number of failures after which a task is created. */
    static final int FAILURES_BEFORE_TASK = 5;

    private RetryBackoff() {}

    /** @param failures the number of failures so far, at least one */
    static Duration after(int failures) {
        return DELAYS.get(Math.min(failures, DELAYS.size()) - 1);
    }
}

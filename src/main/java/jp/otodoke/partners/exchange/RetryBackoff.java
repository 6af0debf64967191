package jp.otodoke.partners.exchange;

import java.time.Duration;
import java.util.List;

/** How long to leave a partner alone after a failure: longer each time, never for ever. */
final class RetryBackoff {
    private static final List<Duration> GROWING = List.of(
            Duration.ofSeconds(10),
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5),
            Duration.ofMinutes(10),
            Duration.ofMinutes(30));

    /** After so many failures a person is told. */
    static final int PATIENCE = 5;

    private RetryBackoff() {}

    /** @param failures how often it has failed by now, at least once */
    static Duration after(int failures) {
        return GROWING.get(Math.min(failures, GROWING.size()) - 1);
    }
}

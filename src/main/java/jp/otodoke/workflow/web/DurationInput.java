package jp.otodoke.workflow.web;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** A duration as entered in a form: a number of minutes, hours or days. */
record DurationInput(long amount, ChronoUnit unit) {
    static final List<ChronoUnit> UNITS = List.of(ChronoUnit.MINUTES, ChronoUnit.HOURS, ChronoUnit.DAYS);

    /** In the largest unit that represents it exactly. */
    static DurationInput of(Duration duration) {
        var minutes = duration.toMinutes();
        if (minutes % (24 * 60) == 0) {
            return new DurationInput(minutes / (24 * 60), ChronoUnit.DAYS);
        }
        return minutes % 60 == 0
                ? new DurationInput(minutes / 60, ChronoUnit.HOURS)
                : new DurationInput(minutes, ChronoUnit.MINUTES);
    }

    Duration duration() {
        return Duration.of(amount, unit);
    }

    /** The message key of its text. */
    public String key() {
        return "flow.span." + unit.name();
    }
}

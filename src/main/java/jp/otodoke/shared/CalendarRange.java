package jp.otodoke.shared;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The dates that somebody can mean, 1900 to 2999: others are mistyped, and not all of them can be stored. */
public final class CalendarRange {
    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2999, 12, 31);

    private CalendarRange() {}

    /**
     * A date as typed, {@code 2026-12-01} or {@code 2026/12/01}.
     *
     * @throws DateTimeException if it is none, or outside the range
     */
    public static LocalDate day(@Nullable String typed) {
        return within(LocalDate.parse(TextNormalizer.clean(typed).replace('/', '-')));
    }

    /** @throws DateTimeException outside the range */
    public static LocalDate within(LocalDate day) {
        if (day.isBefore(FIRST) || day.isAfter(LAST)) {
            throw new DateTimeException("Outside " + FIRST + " to " + LAST);
        }
        return day;
    }

    public static boolean contains(Instant moment) {
        return !moment.isBefore(FIRST.atStartOfDay(BusinessClock.TOKYO).toInstant())
                && moment.isBefore(
                        LAST.plusDays(1).atStartOfDay(BusinessClock.TOKYO).toInstant());
    }

    /** @throws DateTimeException outside the range */
    public static Instant within(Instant moment) {
        within(LocalDate.ofInstant(moment, BusinessClock.TOKYO));
        return moment;
    }
}

package jp.otodoke.membership;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** For how long dues are paid. */
public enum DuesPeriod {
    /** For life. */
    ONCE,
    MONTH,
    YEAR;

    /**
     * The last day of the last of so many periods in a row, as the Civil Code counts (民法143条): the day before the one that
     * corresponds to the first, or the last day of a month that has no such day.
     *
     * @param periods one or more
     * @return null for life
     */
    @Nullable
    LocalDate lastDay(LocalDate first, int periods) {
        if (this == ONCE) {
            return null;
        }
        var there = first.plusMonths(months() * (long) periods);
        return there.getDayOfMonth() == first.getDayOfMonth() ? there.minusDays(1) : there;
    }

    /** The first day of a period after others in a row. */
    LocalDate firstDay(LocalDate first, int before) {
        var end = before == 0 ? null : lastDay(first, before);
        return end == null ? first : end.plusDays(1);
    }

    private int months() {
        return this == YEAR ? 12 : 1;
    }
}

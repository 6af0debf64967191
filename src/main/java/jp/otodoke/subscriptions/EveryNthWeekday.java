package jp.otodoke.subscriptions;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import jp.otodoke.shared.BilingualText;

/**
 * A weekday of every so many months, such as 第2火曜日. The first turn is the first such day on or after the first date, in
 * whichever month; months are counted from there.
 *
 * @param nth 1 to 5, or {@link #LAST}; a month without a fifth takes its last
 */
public record EveryNthWeekday(int months, int nth, DayOfWeek weekday) implements ScheduleRule {
    /** The last such weekday of every month. */
    public static final int LAST = -1;

    private static final int FIFTH = 5;

    @Override
    public Optional<LocalDate> date(LocalDate first, int turn) {
        var begins = YearMonth.from(first);
        if (in(begins).isBefore(first)) {
            begins = begins.plusMonths(1);
        }
        return Optional.of(in(begins.plusMonths((turn - 1L) * months)));
    }

    private LocalDate in(YearMonth month) {
        var last = month.atEndOfMonth().with(TemporalAdjusters.previousOrSame(weekday));
        if (nth == LAST) {
            return last;
        }
        var day = month.atDay(1).with(TemporalAdjusters.dayOfWeekInMonth(nth, weekday));
        return YearMonth.from(day).equals(month) ? day : last;
    }

    @Override
    public BilingualText sentence() {
        var which = BilingualText.of(
                nth == LAST ? "schedule.nth.last" : nth == FIFTH ? "schedule.nth.fifth" : "schedule.nth." + nth,
                BilingualText.of("schedule.weekday." + weekday));
        return BilingualText.of(months == 1 ? "schedule.months.each" : "schedule.months", months, which);
    }

    /** Which weekday of the month is meant can't be told from one day: the fourth may be the last. */
    @Override
    public Optional<ScheduleRule> movedTo(LocalDate day, int turn) {
        return Optional.empty();
    }
}

package jp.otodoke.subscriptions;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import jp.otodoke.shared.BilingualText;

/**
 * Every so many months on a day. The first turn is on the first date, whatever its day; months are counted from its month.
 *
 * @param dayOfMonth 1 to 31, or {@link #LAST}; a month without that day takes its last
 */
public record EveryMonths(int months, int dayOfMonth) implements ScheduleRule {
    /** The last day of every month. */
    public static final int LAST = 0;

    private static final int IN_EVERY_MONTH = 28;

    @Override
    public Optional<LocalDate> date(LocalDate first, int turn) {
        if (turn == 1) {
            return Optional.of(first);
        }
        var month = YearMonth.from(first).plusMonths((turn - 1L) * months);
        return Optional.of(
                dayOfMonth == LAST ? month.atEndOfMonth() : month.atDay(Math.min(dayOfMonth, month.lengthOfMonth())));
    }

    @Override
    public BilingualText sentence() {
        return BilingualText.of(months == 1 ? "schedule.months.each" : "schedule.months", months, day());
    }

    private BilingualText day() {
        if (dayOfMonth == LAST) {
            return BilingualText.of("schedule.day.last");
        }
        return BilingualText.of(dayOfMonth > IN_EVERY_MONTH ? "schedule.day.or-last" : "schedule.day", dayOfMonth);
    }

    /** The last day of a shorter month may stand for any day that the month lacks; it is taken as it is. */
    @Override
    public Optional<ScheduleRule> movedTo(LocalDate day, int turn) {
        return Optional.of(new EveryMonths(months, day.getDayOfMonth()));
    }
}

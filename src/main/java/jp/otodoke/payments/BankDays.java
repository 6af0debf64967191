package jp.otodoke.payments;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;

/** The days on which banks do business (銀行法施行令 第5条). */
public final class BankDays {
    private static final Set<MonthDay> TURN_OF_THE_YEAR =
            Set.of(MonthDay.of(12, 31), MonthDay.of(1, 1), MonthDay.of(1, 2), MonthDay.of(1, 3));

    private BankDays() {}

    /** The day itself, if it is one. */
    public static LocalDate onOrAfter(LocalDate day) {
        var next = day;
        while (!open(next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    /** So many business days before one. */
    public static LocalDate before(LocalDate day, int businessDays) {
        var previous = day;
        for (int left = businessDays; left > 0; ) {
            previous = previous.minusDays(1);
            left -= open(previous) ? 1 : 0;
        }
        return previous;
    }

    /** So many business days after one. */
    public static LocalDate after(LocalDate day, int businessDays) {
        var next = day;
        for (int left = businessDays; left > 0; ) {
            next = next.plusDays(1);
            left -= open(next) ? 1 : 0;
        }
        return next;
    }

    public static boolean open(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !TURN_OF_THE_YEAR.contains(MonthDay.from(day))
                && !JapaneseHolidays.contains(day);
    }
}

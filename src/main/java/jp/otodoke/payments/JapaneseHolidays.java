package jp.otodoke.payments;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;

/** 国民の祝日 as the law of 2018 has them, for years without an Olympic exception (from 2022 on). */
final class JapaneseHolidays {
    private static final Set<MonthDay> FIXED = Set.of(
            MonthDay.of(1, 1),
            MonthDay.of(2, 11),
            MonthDay.of(2, 23),
            MonthDay.of(4, 29),
            MonthDay.of(5, 3),
            MonthDay.of(5, 4),
            MonthDay.of(5, 5),
            MonthDay.of(8, 11),
            MonthDay.of(11, 3),
            MonthDay.of(11, 23));

    private JapaneseHolidays() {}

    /** Also the day off in lieu of a holiday on a Sunday, and a day between two holidays. */
    static boolean contains(LocalDate day) {
        return named(day) || inLieu(day) || between(day);
    }

    private static boolean named(LocalDate day) {
        return FIXED.contains(MonthDay.from(day))
                || monday(day, 1, 2)
                || monday(day, 7, 3)
                || monday(day, 9, 3)
                || monday(day, 10, 2)
                || day.equals(equinox(day.getYear(), 3, 20.8431))
                || day.equals(equinox(day.getYear(), 9, 23.2488));
    }

    private static boolean inLieu(LocalDate day) {
        var before = day.minusDays(1);
        while (named(before)) {
            if (before.getDayOfWeek() == DayOfWeek.SUNDAY) {
                return true;
            }
            before = before.minusDays(1);
        }
        return false;
    }

    private static boolean between(LocalDate day) {
        return named(day.minusDays(1)) && named(day.plusDays(1));
    }

    private static boolean monday(LocalDate day, int month, int nth) {
        return day.getMonthValue() == month
                && day.equals(day.with(TemporalAdjusters.dayOfWeekInMonth(nth, DayOfWeek.MONDAY)));
    }

    /** The usual approximation, which holds until 2099; the government announces each in the year before. */
    private static LocalDate equinox(int year, int month, double base) {
        int since = year - 1980;
        return LocalDate.of(year, month, (int) (base + 0.242194 * since) - since / 4);
    }
}

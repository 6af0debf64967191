package jp.otodoke.subscriptions;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The dates of rules found without any arithmetic of dates but the next day: it walks through the calendar and looks at each
 * day. It knows nothing of the code that it is compared with.
 */
final class PlainEnumeration {
    private PlainEnumeration() {}

    static List<LocalDate> everyDays(LocalDate first, int days, int count) {
        return gaps(first, List.of(days), count);
    }

    static List<LocalDate> gaps(LocalDate first, List<Integer> gaps, int count) {
        var found = new ArrayList<LocalDate>();
        found.add(first);
        var day = first;
        int waited = 0;
        while (found.size() < count) {
            day = day.plusDays(1);
            waited++;
            if (waited == gaps.get(Math.min(found.size(), gaps.size()) - 1)) {
                found.add(day);
                waited = 0;
            }
        }
        return found;
    }

    /** @param dayOfMonth 0 for the last */
    static List<LocalDate> everyMonths(LocalDate first, int months, int dayOfMonth, int count) {
        var found = new ArrayList<LocalDate>();
        found.add(first);
        var day = first;
        int month = 0;
        while (found.size() < count) {
            day = day.plusDays(1);
            month += day.getDayOfMonth() == 1 ? 1 : 0;
            boolean lastOfMonth = day.plusDays(1).getDayOfMonth() == 1;
            boolean isIt = day.getDayOfMonth() == dayOfMonth
                    || lastOfMonth && (dayOfMonth == 0 || day.getDayOfMonth() < dayOfMonth);
            if (month > 0 && month % months == 0 && isIt) {
                found.add(day);
            }
        }
        return found;
    }

    /** @param nth 1 to 5; -1 for the last */
    static List<LocalDate> everyNthWeekday(LocalDate first, int months, int nth, DayOfWeek weekday, int count) {
        var found = new ArrayList<LocalDate>();
        var day = first;
        int month = 0;
        while (found.size() < count) {
            if (isNth(day, nth, weekday) && (found.isEmpty() || month > 0 && month % months == 0)) {
                found.add(day);
                month = found.size() == 1 ? 0 : month;
            }
            day = day.plusDays(1);
            month += day.getDayOfMonth() == 1 ? 1 : 0;
        }
        return found;
    }

    private static boolean isNth(LocalDate day, int nth, DayOfWeek weekday) {
        var same = new ArrayList<LocalDate>();
        for (var one = LocalDate.of(day.getYear(), day.getMonth(), 1);
                one.getMonth() == day.getMonth();
                one = one.plusDays(1)) {
            if (one.getDayOfWeek() == weekday) {
                same.add(one);
            }
        }
        int place = same.indexOf(day) + 1;
        return place > 0 && (place == nth || place == same.size() && (nth == -1 || nth > same.size()));
    }

    static LocalDate before(LocalDate day, Set<LocalDate> closed) {
        return walk(day, -1, closed::contains);
    }

    static LocalDate after(LocalDate day, Set<LocalDate> closed) {
        return walk(day, 1, closed::contains);
    }

    private static LocalDate walk(LocalDate from, int step, Predicate<LocalDate> closed) {
        var day = from;
        while (closed.test(day)) {
            day = day.plusDays(step);
        }
        return day;
    }
}

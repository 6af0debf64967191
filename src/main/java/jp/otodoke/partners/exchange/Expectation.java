package jp.otodoke.partners.exchange;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jp.otodoke.shared.BusinessClock;
import org.jspecify.annotations.Nullable;

/**
 * Something that has to arrive or run on certain days within a time window.
 *
 * @param kind FILE, sent by a partner; or RUN, of an Otodoke process
 * @param type the file's type or the process
 * @param weekdays 1 is Monday
 * @param calendar whose closed days are left out; empty for none
 * @param since anything due before this is not reported
 */
public record Expectation(
        long id,
        String kind,
        String partner,
        String type,
        List<Integer> weekdays,
        LocalTime from,
        LocalTime until,
        String calendar,
        String group,
        boolean active,
        @Nullable Instant since) {
    private static final int MAX_DAYS = 15;

    /** The window that ended last. */
    Optional<Window> last(Instant now, Set<LocalDate> closed) {
        var today = LocalDate.ofInstant(now, BusinessClock.TOKYO);
        return days(today.minusDays(MAX_DAYS), today, closed)
                .filter(window -> !window.until().isAfter(now))
                .reduce((earlier, later) -> later)
                .filter(window -> since != null && window.from().isAfter(since));
    }

    /** The window that is open or opens next. */
    Optional<Window> next(Instant now, Set<LocalDate> closed) {
        var today = LocalDate.ofInstant(now, BusinessClock.TOKYO);
        return days(today, today.plusDays(MAX_DAYS), closed)
                .filter(window -> window.until().isAfter(now))
                .findFirst();
    }

    private Stream<Window> days(LocalDate first, LocalDate last, Set<LocalDate> closed) {
        return first.datesUntil(last.plusDays(1))
                .filter(day -> weekdays.contains(day.getDayOfWeek().getValue()))
                .filter(day -> !closed.contains(day))
                .map(day -> new Window(moment(day, from), moment(day, until)));
    }

    private static Instant moment(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(BusinessClock.TOKYO).toInstant();
    }

    /** When it may arrive, and by when it has to. */
    record Window(Instant from, Instant until) {}
}

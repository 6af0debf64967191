package jp.otodoke.subscriptions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Moves the dates of a rule to days on which goods can be delivered, and says why.
 *
 * @param apart whether two turns in a row never fall on one day: then the later one moves on
 */
record DeliverySchedule(OpenDays days, Shift shift, boolean apart) {
    /** How many days are tried; who is closed for longer than three years delivers nothing. */
    static final int FURTHEST = 1_100;

    /** A list of closed days replaces all calendars, and each turn is moved by itself. */
    static DeliverySchedule around(ListedDays closed, Shift shift) {
        return new DeliverySchedule(closed, shift, false);
    }

    static DeliverySchedule of(FirmCalendar calendar, Shift shift) {
        return new DeliverySchedule(calendar, shift, true);
    }

    /** @param causes empty if it is delivered on the date of its rule */
    record Delivery(LocalDate day, List<BilingualText> causes) {}

    /**
     * @param previous when the turn before is delivered
     * @throws Refusal if no day is open far and wide
     */
    Delivery delivery(LocalDate nominal, @Nullable LocalDate previous) {
        var causes = new ArrayList<BilingualText>();
        var day = open(nominal, shift, causes);
        if (apart && previous != null && !day.isAfter(previous)) {
            causes.add(BilingualText.of("schedule.cause.previous", previous));
            day = open(previous.plusDays(1), Shift.AFTER, causes);
        }
        return new Delivery(day, List.copyOf(causes));
    }

    private LocalDate open(LocalDate from, Shift way, List<BilingualText> causes) {
        var passed = new ClosedRun(causes);
        var day = from;
        for (int looked = 0; looked < FURTHEST; looked++) {
            var obstacle = days.obstacle(day);
            if (obstacle.isEmpty()) {
                passed.end();
                return day;
            }
            passed.add(day, obstacle.get());
            day = day.plusDays(way.step());
        }
        throw Refusal.invalid("schedule.no-open-day", from);
    }

    /** Closed days in a row for one reason are told together. */
    private static final class ClosedRun {
        private final List<BilingualText> causes;
        private @Nullable Obstacle obstacle;
        private LocalDate first = LocalDate.MIN;
        private LocalDate last = LocalDate.MIN;

        ClosedRun(List<BilingualText> causes) {
            this.causes = causes;
        }

        void add(LocalDate day, Obstacle why) {
            if (why != obstacle) {
                end();
                obstacle = why;
                first = day;
                last = day;
            }
            first = day.isBefore(first) ? day : first;
            last = day.isAfter(last) ? day : last;
        }

        void end() {
            if (obstacle != null) {
                causes.add(
                        first.equals(last)
                                ? BilingualText.of("schedule.cause." + obstacle, first)
                                : BilingualText.of("schedule.cause." + obstacle + ".run", first, last));
            }
        }
    }
}

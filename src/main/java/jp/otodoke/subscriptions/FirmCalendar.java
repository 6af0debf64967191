package jp.otodoke.subscriptions;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * The calendars of warehouse and carrier, for one destination: the carrier delivers on the day, and the warehouse ships so
 * many days before it, or a little earlier where it is closed.
 *
 * @param leadDays from the warehouse to the destination
 * @param earlyDays how many days earlier than necessary goods may leave
 */
record FirmCalendar(Closed warehouse, Closed carrier, int leadDays, int earlyDays) implements OpenDays {
    /** Days on which one of them does not work. */
    record Closed(Set<Integer> weekdays, Set<LocalDate> days) {
        Closed {
            weekdays = Set.copyOf(weekdays);
            days = Set.copyOf(days);
        }

        boolean on(LocalDate day) {
            return weekdays.contains(day.getDayOfWeek().getValue()) || days.contains(day);
        }
    }

    @Override
    public Optional<Obstacle> obstacle(LocalDate day) {
        if (carrier.on(day)) {
            return Optional.of(Obstacle.CARRIER_CLOSED);
        }
        return canLeaveFor(day) ? Optional.empty() : Optional.of(Obstacle.WAREHOUSE_CLOSED);
    }

    private boolean canLeaveFor(LocalDate day) {
        for (int early = 0; early <= earlyDays; early++) {
            if (!warehouse.on(day.minusDays((long) leadDays + early))) {
                return true;
            }
        }
        return false;
    }

    /** The day so many working days of the warehouse before another. */
    LocalDate workingDaysBefore(LocalDate day, int workingDays) {
        var before = day;
        int left = workingDays;
        for (int looked = 0; left > 0 && looked < DeliverySchedule.FURTHEST; looked++) {
            before = before.minusDays(1);
            left -= warehouse.on(before) ? 0 : 1;
        }
        return before;
    }
}

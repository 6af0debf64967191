package jp.otodoke.fulfilment;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jp.otodoke.shared.TimeSlot;
import org.jspecify.annotations.Nullable;

/**
 * Computes on which day goods must ship to arrive on a given day, and which days can't be reached.
 *
 * @param closing cut-off time; orders received later ship on the next working day at the earliest
 */
record DeliveryCalendar(LocalDateTime now, LocalTime closing, Closed warehouse, Closed carrier) {
    /** Days on which the warehouse or the carrier does not work. */
    record Closed(Set<Integer> weekdays, Set<LocalDate> days) {
        boolean on(LocalDate day) {
            return weekdays.contains(day.getDayOfWeek().getValue()) || days.contains(day);
        }
    }

    /**
     * Lead time to a prefecture.
     *
     * @param firstSlot earliest time slot on the first day that can be reached
     */
    record Lead(int days, TimeSlot firstSlot) {
        int daysFor(@Nullable TimeSlot slot) {
            return slot != null && slot.compareTo(firstSlot) < 0 ? days + 1 : days;
        }
    }

    /** The first possible ship day: today, if it is a working day and before the cut-off time. */
    LocalDate firstShipDay() {
        return workingFrom(afterClosing() ? today().plusDays(1) : today());
    }

    /** The latest ship day for arrival on the requested day and slot. */
    LocalDate lastShipDay(Lead lead, LocalDate requested, @Nullable TimeSlot slot) {
        var day = requested.minusDays(lead.daysFor(slot));
        while (warehouse.on(day)) {
            day = day.minusDays(1);
        }
        return day;
    }

    /** On which day goods that ship on a day arrive. */
    LocalDate arrival(Lead lead, LocalDate shipDay, @Nullable TimeSlot slot) {
        var day = shipDay.plusDays(lead.daysFor(slot));
        while (carrier.on(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    DeliveryDay day(Lead lead, LocalDate requested) {
        if (carrier.on(requested)) {
            return DeliveryDay.impossible(requested, DeliveryDay.Why.CARRIER_CLOSED);
        }
        if (lastShipDay(lead, requested, null).isBefore(firstShipDay())) {
            return DeliveryDay.impossible(requested, why(requested.minusDays(lead.days())));
        }
        return DeliveryDay.possible(requested, slots(lead, requested));
    }

    List<DeliveryDay> days(Lead lead, int count) {
        return Stream.iterate(today().plusDays(1), day -> day.plusDays(1))
                .limit(count)
                .map(day -> day(lead, day))
                .toList();
    }

    private List<TimeSlot> slots(Lead lead, LocalDate requested) {
        return Stream.of(TimeSlot.values())
                .filter(slot -> !lastShipDay(lead, requested, slot).isBefore(firstShipDay()))
                .toList();
    }

    /** @param leaves the required ship day, ignoring closed days */
    private DeliveryDay.Why why(LocalDate leaves) {
        if (leaves.isBefore(today())) {
            return DeliveryDay.Why.LEAD_TIME;
        }
        return workingFrom(today()).isAfter(leaves) ? DeliveryDay.Why.WAREHOUSE_CLOSED : DeliveryDay.Why.AFTER_CLOSING;
    }

    private boolean afterClosing() {
        return now.toLocalTime().isAfter(closing);
    }

    private LocalDate today() {
        return now.toLocalDate();
    }

    private LocalDate workingFrom(LocalDate from) {
        var day = from;
        while (warehouse.on(day)) {
            day = day.plusDays(1);
        }
        return day;
    }
}

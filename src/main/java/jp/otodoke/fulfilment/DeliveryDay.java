package jp.otodoke.fulfilment;

import java.time.LocalDate;
import java.util.List;
import jp.otodoke.shared.TimeSlot;
import org.jspecify.annotations.Nullable;

/**
 * A day that a customer might request for delivery.
 *
 * @param slots time slots available on that day
 * @param why why the day is not available; null if it is
 */
public record DeliveryDay(LocalDate date, List<TimeSlot> slots, @Nullable Why why) {
    public enum Why {
        /** The lead time is too long. */
        LEAD_TIME,
        /** It would have to ship today, but the cut-off time has passed. */
        AFTER_CLOSING,
        /** It would have to ship on a day on which the warehouse does not ship. */
        WAREHOUSE_CLOSED,
        CARRIER_CLOSED,
        /** Not everything is in stock, so no day can be promised. */
        STOCK
    }

    static DeliveryDay possible(LocalDate date, List<TimeSlot> slots) {
        return new DeliveryDay(date, slots, null);
    }

    static DeliveryDay impossible(LocalDate date, Why why) {
        return new DeliveryDay(date, List.of(), why);
    }

    public boolean reachable() {
        return why == null;
    }

    public boolean reachable(@Nullable TimeSlot slot) {
        return reachable() && (slot == null || slots.contains(slot));
    }
}

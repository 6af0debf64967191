package jp.otodoke.fulfilment;

import java.time.LocalDate;
import java.util.List;
import jp.otodoke.shared.TimeSlot;
import org.jspecify.annotations.Nullable;

/**
 * A day on which a customer might want a parcel.
 *
 * @param slots in which it can come on that day
 * @param why it can't come on that day; null where it can
 */
public record DeliveryDay(LocalDate date, List<TimeSlot> slots, @Nullable Why why) {
    public enum Why {
        /** The way is too long. */
        LEAD_TIME,
        /** It could have left today, but today's closing time is over. */
        AFTER_CLOSING,
        /** It would have to leave on a day on which the warehouse does not ship. */
        WAREHOUSE_CLOSED,
        CARRIER_CLOSED,
        /** Not all of it is there, so nobody can promise a day. */
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

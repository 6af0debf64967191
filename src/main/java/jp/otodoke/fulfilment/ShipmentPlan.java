package jp.otodoke.fulfilment;

import java.time.LocalDate;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.ShipmentNumber;
import org.jspecify.annotations.Nullable;

/**
 * What is planned as a shipment of an order, or was and never left under its number.
 *
 * @param destination number of the order's destination, from 1
 * @param carrier null if the rules for carriers don't say
 * @param shipDay null while its goods are awaited, while it can't reach the requested delivery date, and once it is cancelled
 * @param awaited what it has no ship date for; null if it has one or is cancelled
 * @param cancelled why it never leaves under this number; null while it is planned
 * @param mergedInto the shipment in which its goods left
 */
public record ShipmentPlan(
        ShipmentNumber number,
        OrderNumber order,
        int destination,
        String warehouse,
        @Nullable String carrier,
        CoolService cool,
        @Nullable LocalDate shipDay,
        @Nullable Awaited awaited,
        @Nullable Cancelled cancelled,
        @Nullable ShipmentNumber mergedInto) {

    /** What a planned shipment needs before it has a ship date. */
    public enum Awaited {
        STOCK,
        /** It has its stock but can't meet its requested delivery date: a person's decision. */
        DATE,
        /** Its order is being prepared anew. */
        PREPARATION
    }

    /** Why a planned shipment never left under its number. */
    public enum Cancelled {
        /** Its goods left in an older shipment to the same destination. */
        MERGED,
        /** Its goods are planned in another shipment. */
        REPLANNED,
        ORDER_CANCELLED
    }

    public ShipmentStatus status() {
        return cancelled == null ? ShipmentStatus.PLANNED : ShipmentStatus.CANCELLED;
    }

    /** One sentence about where it stands. */
    public BilingualText sentence() {
        if (cancelled != null) {
            return BilingualText.of("shipment.plan." + cancelled, mergedInto == null ? "" : mergedInto);
        }
        return shipDay == null
                ? BilingualText.of("shipment.plan.waits." + awaited)
                : BilingualText.of("shipment.plan.leaves", shipDay);
    }
}

package jp.otodoke.inventory;

import java.time.Instant;
import jp.otodoke.shared.Sku;
import org.jspecify.annotations.Nullable;

/**
 * A warehouse's count of a product in one condition that differed from the ledger.
 *
 * @param onHand pieces by the ledger when the count came
 * @param onHandNow pieces by the ledger now
 * @param reason why it was booked or dismissed
 */
public record StockDifference(
        long id,
        Warehouse warehouse,
        Sku sku,
        @Nullable String name,
        StockCondition condition,
        Instant asOf,
        long onHand,
        long counted,
        long difference,
        long onHandNow,
        long allocatedNow,
        State state,
        @Nullable String reason,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt) {
    /** What became of it. */
    public enum State {
        /** Nobody has decided yet. */
        OPEN,
        /** Booked as an adjustment. */
        BOOKED,
        /** The ledger stays as it is. */
        DISMISSED,
        /** A later count of the product has taken its place. */
        SUPERSEDED
    }

    /** Whether the ledger has changed since the count came. */
    public boolean moved() {
        return onHandNow != onHand;
    }
}

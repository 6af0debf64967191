package jp.otodoke.orders;

import java.util.Set;

/** The status of an order, as shown to staff and exposed by the API. */
public enum OrderStatus {
    RECEIVED,
    IN_REVIEW,
    ON_HOLD,
    AWAITING_PAYMENT,
    AWAITING_STOCK,
    READY,
    DISPATCHED,
    SHIPPED,
    DELIVERED,
    COMPLETED,
    RETURNED,
    CANCELLED;

    private static final Set<OrderStatus> ENDED = Set.of(COMPLETED, RETURNED, CANCELLED);
    private static final Set<OrderStatus> BEFORE_HAND_OVER =
            Set.of(RECEIVED, IN_REVIEW, ON_HOLD, AWAITING_PAYMENT, AWAITING_STOCK, READY);

    public boolean ended() {
        return ENDED.contains(this);
    }

    /** Whether nothing of the order has been handed over to the warehouse yet. */
    public boolean beforeHandOver() {
        return BEFORE_HAND_OVER.contains(this);
    }
}

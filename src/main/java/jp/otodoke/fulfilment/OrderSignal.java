package jp.otodoke.fulfilment;

import java.util.Collection;
import jp.otodoke.shared.OrderNumber;

/** Something happened that order processes wait for. Published in the same transaction. */
public record OrderSignal(Kind kind, Collection<OrderNumber> orderNumbers) {
    public enum Kind {
        /** All open lines have been put into shipments. */
        RELEASED,
        /** No shipment of the order is under way any more, or some of its lines must be shipped again. */
        ALL_SHIPMENTS_ENDED,
        CANCEL,
        HELD,
        HOLD_RELEASED,
        CHANGED,
        /** The open lines were cancelled, but other lines of the order have shipped. */
        REST_CANCELLED
    }
}

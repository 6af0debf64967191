package jp.otodoke.fulfilment;

import java.util.Collection;

/** Something happened that order processes wait for. Published in the same transaction. */
public record OrderSignal(Kind kind, Collection<String> orderNumbers) {
    public enum Kind {
        /** A wave has made parcels of all that is open. */
        RELEASED,
        /** No parcel of the order is on its way any more, or a rest has to be sent anew. */
        SHIPMENTS_OVER,
        CANCEL,
        HELD,
        HOLD_RELEASED,
        CHANGED,
        /** What was being prepared will not be sent; something else of the order was. */
        REST_CANCELLED
    }
}

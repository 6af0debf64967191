package jp.otodoke.fulfilment;

import java.util.Collection;
import jp.otodoke.shared.ShipmentNumber;

/** Something happened that shipment processes wait for. Published in the same transaction. */
public record ShipmentSignal(Kind kind, Collection<ShipmentNumber> shipmentNumbers) {
    public enum Kind {
        PLANNED,
        ACKNOWLEDGED,
        SHIPPED,
        DELIVERED,
        DELIVERY_EXCEPTION,
        DELIVERY_EXCEPTION_OVER,
        CANCEL_REQUESTED,
        CANCEL_ANSWERED,
        CANCELLED,
        RESULT_CLOSED,
        OVERDUE
    }
}

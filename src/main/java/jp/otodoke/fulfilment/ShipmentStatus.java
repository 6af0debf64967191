package jp.otodoke.fulfilment;

import java.util.Set;

/** The status of a shipment. */
public enum ShipmentStatus {
    PLANNED,
    INSTRUCTED,
    ACCEPTED,
    CANCEL_PENDING,
    SHIPPED,
    DELIVERED,
    EXCEPTION,
    RETURNED,
    CANCELLED;

    private static final Set<ShipmentStatus> AT_THE_WAREHOUSE = Set.of(PLANNED, INSTRUCTED, ACCEPTED, CANCEL_PENDING);

    /** Whether the goods have not left the warehouse yet. */
    public boolean atTheWarehouse() {
        return AT_THE_WAREHOUSE.contains(this);
    }

    public boolean underway() {
        return this == SHIPPED || this == EXCEPTION;
    }

    public boolean ended() {
        return this == DELIVERED || this == RETURNED || this == CANCELLED;
    }
}

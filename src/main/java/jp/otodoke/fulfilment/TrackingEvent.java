package jp.otodoke.fulfilment;

import java.time.Instant;

/** A tracking event reported by the carrier. */
public record TrackingEvent(String trackingNo, Kind event, Instant at, String office) {
    /** In the order of a parcel's life cycle, which decides between events of the same moment. */
    public enum Kind {
        PICKED_UP,
        IN_TRANSIT,
        OUT_FOR_DELIVERY,
        ABSENT,
        ADDRESS_UNKNOWN,
        REFUSED,
        LOST,
        RETURNING,
        RETURNED,
        DELIVERED;

        /** Whether the event is a delivery exception that staff must handle. */
        public boolean deliveryException() {
            return switch (this) {
                case ABSENT, ADDRESS_UNKNOWN, REFUSED, LOST, RETURNING, RETURNED -> true;
                default -> false;
            };
        }
    }
}

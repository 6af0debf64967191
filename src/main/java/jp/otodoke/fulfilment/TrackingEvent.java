package jp.otodoke.fulfilment;

import java.time.Instant;

/** What the carrier reports of a parcel. */
public record TrackingEvent(String trackingNo, Kind event, Instant at, String office) {
    /** In the order of a parcel's life; the rank decides between events of one moment. */
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

        /** Whether a person has to look. */
        public boolean deliveryException() {
            return switch (this) {
                case ABSENT, ADDRESS_UNKNOWN, REFUSED, LOST, RETURNING, RETURNED -> true;
                default -> false;
            };
        }
    }
}

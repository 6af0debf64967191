package jp.otodoke.fulfilment;

import java.time.Duration;
import java.time.Instant;

/** By when warehouse and carrier have to have answered or delivered before staff are asked to look into it. */
final class ShipmentDeadlines {
    private static final Duration FOR_ACKNOWLEDGEMENT = Duration.ofHours(4);
    private static final Duration FOR_SHIPPING = Duration.ofHours(30);
    private static final Duration FOR_DELIVERY = Duration.ofDays(4);

    private ShipmentDeadlines() {}

    /** The warehouse's acknowledgement of an instruction, or its answer to a cancellation request. */
    static Instant acknowledgement(Instant sent) {
        return sent.plus(FOR_ACKNOWLEDGEMENT);
    }

    /** The warehouse's ship result. */
    static Instant shipping(Instant from) {
        return from.plus(FOR_SHIPPING);
    }

    /** The delivery by the carrier. */
    static Instant delivery(Instant from) {
        return from.plus(FOR_DELIVERY);
    }
}

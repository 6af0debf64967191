package jp.otodoke.fulfilment;

import java.util.Map;
import jp.otodoke.shared.BilingualText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The carrier reports a delivery exception. */
@Component
class DeliveryExceptionTask extends ShipmentTaskKind {
    DeliveryExceptionTask(FindShipment shipments, OrderConsequences consequences) {
        super("delivery-trouble", Map.of("REFUND", DecisionEffect.REFUNDS), shipments, consequences);
    }

    @Override
    BilingualText reason(Shipment shipment) {
        return BilingualText.of(
                "task.delivery-trouble.reason",
                cause(shipment),
                shipment.number(),
                BilingualText.of("carrier." + shipment.carrier()),
                shipment.trackingNumber());
    }

    /** A lost parcel can't be redelivered, and a customer who refused one does not want another. */
    @Override
    @Nullable
    String proposed(Shipment shipment) {
        return switch (String.valueOf(shipment.deliveryException())) {
            case "LOST" -> "SEND_ANEW";
            case "REFUSED", "RETURNING", "RETURNED" -> "REFUND";
            default -> null;
        };
    }

    static BilingualText cause(Shipment shipment) {
        return switch (String.valueOf(shipment.deliveryException())) {
            case "ABSENT" -> BilingualText.of("task.delivery-trouble.cause.ABSENT");
            case "REFUSED" -> BilingualText.of("task.delivery-trouble.cause.REFUSED");
            case "ADDRESS_UNKNOWN" -> BilingualText.of("task.delivery-trouble.cause.ADDRESS_UNKNOWN");
            case "LOST" -> BilingualText.of("task.delivery-trouble.cause.LOST");
            case "RETURNING" -> BilingualText.of("task.delivery-trouble.cause.RETURNING");
            case "RETURNED" -> BilingualText.of("task.delivery-trouble.cause.RETURNED");
            default -> BilingualText.of("task.delivery-trouble.cause.unknown");
        };
    }
}

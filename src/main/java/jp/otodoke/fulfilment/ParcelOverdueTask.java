package jp.otodoke.fulfilment;

import java.util.Map;
import java.util.Set;
import jp.otodoke.shared.BilingualText;
import org.springframework.stereotype.Component;

/** The warehouse or the carrier has not reported in time. */
@Component
class ParcelOverdueTask extends ShipmentTaskKind {
    ParcelOverdueTask(FindShipment shipments, OrderConsequences consequences) {
        super("parcel-overdue", Map.of("WAIT", DecisionEffect.WAITS), shipments, consequences);
    }

    @Override
    BilingualText reason(Shipment shipment) {
        return BilingualText.of("task.parcel-overdue.reason", shipment.number(), awaited(shipment));
    }

    /**
     * Decisions that make no sense here: only unanswered messages can be repeated, and only shipped parcels can be
     * lost.
     */
    @Override
    Set<String> unsuitable(Shipment shipment) {
        return switch (shipment.status()) {
            case INSTRUCTED, CANCEL_PENDING -> Set.of("LOST");
            case SHIPPED -> shipment.trackingNumber() == null ? Set.of("REPEAT", "LOST") : Set.of("REPEAT");
            default -> Set.of("REPEAT", "LOST");
        };
    }

    private static BilingualText awaited(Shipment shipment) {
        return switch (shipment.status()) {
            case PLANNED, INSTRUCTED -> BilingualText.of("task.parcel-overdue.awaiting.acceptance");
            case ACCEPTED -> BilingualText.of("task.parcel-overdue.awaiting.shipping");
            case CANCEL_PENDING -> BilingualText.of("task.parcel-overdue.awaiting.cancel-answer");
            default -> BilingualText.of("task.parcel-overdue.awaiting.delivery");
        };
    }
}

package jp.otodoke.fulfilment;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.otodoke.inbox.TaskDecision;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.ShipmentNumber;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The warehouse or the carrier has not reported in time. */
@Component
class ParcelOverdueTask extends ShipmentTaskKind {
    private static final String CLOSE_RESULT = "CLOSE_RESULT";

    private final ObjectProvider<CloseShipResult> closeShipResult;

    ParcelOverdueTask(
            FindShipment shipments, OrderConsequences consequences, ObjectProvider<CloseShipResult> closeShipResult) {
        super("parcel-overdue", Map.of("WAIT", DecisionEffect.WAITS), shipments, consequences);
        this.closeShipResult = closeShipResult;
    }

    @Override
    public List<String> decisions() {
        return List.of(CLOSE_RESULT);
    }

    @Override
    public void decide(TaskDecision decision) {
        closeShipResult
                .getObject()
                .close(ShipmentNumber.of(decision.task().subject().key()));
    }

    @Override
    BilingualText reason(Shipment shipment) {
        return BilingualText.of("task.parcel-overdue.reason", shipment.number(), awaited(shipment));
    }

    /**
     * Decisions that make no sense here: only unanswered messages can be repeated, only shipped parcels can be lost,
     * and a result can be closed only while something is still to be shipped.
     */
    @Override
    Set<String> unsuitable(Shipment shipment) {
        var unsuitable = new HashSet<String>();
        var status = shipment.status();
        if (status != ShipmentStatus.INSTRUCTED && status != ShipmentStatus.CANCEL_PENDING) {
            unsuitable.add("REPEAT");
        }
        if (status != ShipmentStatus.SHIPPED || shipment.trackingNumber() == null) {
            unsuitable.add("LOST");
        }
        if (status != ShipmentStatus.ACCEPTED && status != ShipmentStatus.SHIPPED || shipment.nothingMoreToShip()) {
            unsuitable.add(CLOSE_RESULT);
        }
        return unsuitable;
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

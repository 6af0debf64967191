package jp.otodoke.fulfilment.process;

import jp.otodoke.fulfilment.CancelResult;
import jp.otodoke.fulfilment.FindShipment;
import jp.otodoke.fulfilment.ShipmentStatus;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Conditions used by the gateways of the shipment process; public because diagrams call them. Read-only. */
@Component
public class ShipmentConditions {
    private static final int CANCEL_ATTEMPTS = 5;

    private final FindShipment shipments;

    ShipmentConditions(FindShipment shipments) {
        this.shipments = shipments;
    }

    public boolean accepted(DelegateExecution step) {
        return shipments.get(BusinessKeys.shipment(step)).rejectCode() == null;
    }

    /** The warehouse does not know the shipment yet, as its instruction may still be on the way. */
    public boolean cancelToBeRepeated(DelegateExecution step) {
        var shipment = shipments.get(BusinessKeys.shipment(step));
        return shipment.cancelResult() == CancelResult.NOT_FOUND && shipment.cancelAttempts() < CANCEL_ATTEMPTS;
    }

    public boolean cancelPending(DelegateExecution step) {
        return shipments.get(BusinessKeys.shipment(step)).status() == ShipmentStatus.CANCEL_PENDING;
    }
}

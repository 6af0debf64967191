package jp.otodoke.fulfilment.process;

import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.ShipmentNumber;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** Reads from a case which order or shipment it is about; to the engine that is a plain text. */
final class BusinessKeys {
    private BusinessKeys() {}

    static OrderNumber order(DelegateExecution step) {
        return OrderNumber.of(step.getProcessBusinessKey());
    }

    static ShipmentNumber shipment(DelegateExecution step) {
        return ShipmentNumber.of(step.getProcessBusinessKey());
    }
}

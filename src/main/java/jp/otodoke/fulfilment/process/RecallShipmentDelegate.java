package jp.otodoke.fulfilment.process;

import jp.otodoke.fulfilment.RequestShipmentCancel;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records what was arranged when it was too late to cancel. */
@Component
class RecallShipmentDelegate implements JavaDelegate {
    private final RequestShipmentCancel requestShipmentCancel;

    RecallShipmentDelegate(RequestShipmentCancel requestShipmentCancel) {
        this.requestShipmentCancel = requestShipmentCancel;
    }

    @Override
    public void execute(DelegateExecution step) {
        var recalled = "RECALLED".equals(step.getVariable("decision"));
        requestShipmentCancel.tooLate(BusinessKeys.shipment(step), recalled);
    }
}

package jp.otodoke.fulfilment.process;

import jp.otodoke.fulfilment.RequestShipmentCancel;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Asks the warehouse to cancel. */
@Component
class RequestShipmentCancelDelegate implements JavaDelegate {
    private final RequestShipmentCancel requestShipmentCancel;

    RequestShipmentCancelDelegate(RequestShipmentCancel requestShipmentCancel) {
        this.requestShipmentCancel = requestShipmentCancel;
    }

    @Override
    public void execute(DelegateExecution step) {
        requestShipmentCancel.ask(BusinessKeys.shipment(step));
    }
}

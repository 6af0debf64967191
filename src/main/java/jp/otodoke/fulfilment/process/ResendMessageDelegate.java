package jp.otodoke.fulfilment.process;

import jp.otodoke.fulfilment.RequestShipmentCancel;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Sends the last message to the warehouse again. */
@Component
class ResendMessageDelegate implements JavaDelegate {
    private final RequestShipmentCancel requestShipmentCancel;

    ResendMessageDelegate(RequestShipmentCancel requestShipmentCancel) {
        this.requestShipmentCancel = requestShipmentCancel;
    }

    @Override
    public void execute(DelegateExecution step) {
        requestShipmentCancel.repeat(BusinessKeys.shipment(step));
    }
}

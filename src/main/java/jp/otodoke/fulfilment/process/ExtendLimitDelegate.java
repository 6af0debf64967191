package jp.otodoke.fulfilment.process;

import jp.otodoke.fulfilment.RequestShipmentCancel;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Extends the deadline of the current step. */
@Component
class ExtendLimitDelegate implements JavaDelegate {
    private final RequestShipmentCancel requestShipmentCancel;

    ExtendLimitDelegate(RequestShipmentCancel requestShipmentCancel) {
        this.requestShipmentCancel = requestShipmentCancel;
    }

    @Override
    public void execute(DelegateExecution step) {
        requestShipmentCancel.moreTime(BusinessKeys.shipment(step));
    }
}

package jp.otodoke.fulfilment.process;

import jp.otodoke.fulfilment.CloseCancelled;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Updates the orders of a shipment that will not be sent. */
@Component
class CloseShipmentDelegate implements JavaDelegate {
    private final CloseCancelled closeCancelled;

    CloseShipmentDelegate(CloseCancelled closeCancelled) {
        this.closeCancelled = closeCancelled;
    }

    @Override
    public void execute(DelegateExecution step) {
        closeCancelled.close(BusinessKeys.shipment(step));
    }
}

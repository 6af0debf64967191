package jp.otodoke.fulfilment.process;

import jp.otodoke.fulfilment.AbandonShipment;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Gives up a rejected shipment. */
@Component
class AbandonShipmentDelegate implements JavaDelegate {
    private final AbandonShipment abandonShipment;

    AbandonShipmentDelegate(AbandonShipment abandonShipment) {
        this.abandonShipment = abandonShipment;
    }

    @Override
    public void execute(DelegateExecution step) {
        abandonShipment.drop(BusinessKeys.shipment(step));
    }
}

package jp.otodoke.fulfilment.process;

import jp.otodoke.fulfilment.ResolveDeliveryException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes off the shipment: the customer neither receives nor pays for the goods. */
@Component
class WriteOffShipmentDelegate implements JavaDelegate {
    private final ResolveDeliveryException resolve;

    WriteOffShipmentDelegate(ResolveDeliveryException resolve) {
        this.resolve = resolve;
    }

    @Override
    public void execute(DelegateExecution step) {
        resolve.writeOff(BusinessKeys.shipment(step));
    }
}

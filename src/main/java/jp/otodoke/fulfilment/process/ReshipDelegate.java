package jp.otodoke.fulfilment.process;

import jp.otodoke.fulfilment.ResolveDeliveryException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Ships the goods again. */
@Component
class ReshipDelegate implements JavaDelegate {
    private final ResolveDeliveryException resolve;

    ReshipDelegate(ResolveDeliveryException resolve) {
        this.resolve = resolve;
    }

    @Override
    public void execute(DelegateExecution step) {
        resolve.reship(BusinessKeys.shipment(step));
    }
}

package jp.otodoke.fulfilment.process;

import jp.otodoke.fulfilment.ResolveDeliveryException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records that the carrier will attempt delivery again. */
@Component
class RedeliverDelegate implements JavaDelegate {
    private final ResolveDeliveryException resolve;

    RedeliverDelegate(ResolveDeliveryException resolve) {
        this.resolve = resolve;
    }

    @Override
    public void execute(DelegateExecution step) {
        resolve.redeliver(BusinessKeys.shipment(step));
    }
}

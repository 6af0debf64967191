package jp.otodoke.fulfilment.process;

import jp.otodoke.fulfilment.ResolveDeliveryException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The customer gets neither goods nor bill. */
@Component
class WriteOffShipmentDelegate implements JavaDelegate {
    private final ResolveDeliveryException resolve;

    WriteOffShipmentDelegate(ResolveDeliveryException resolve) {
        this.resolve = resolve;
    }

    @Override
    public void execute(DelegateExecution step) {
        resolve.giveUp(step.getProcessBusinessKey());
    }
}

package jp.otodoke.fulfilment.process;

import jp.otodoke.orders.HoldOrder;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** A person lets a held order go on. */
@Component
class ReleaseHoldDelegate implements JavaDelegate {
    private final HoldOrder holdOrder;

    ReleaseHoldDelegate(HoldOrder holdOrder) {
        this.holdOrder = holdOrder;
    }

    @Override
    public void execute(DelegateExecution step) {
        holdOrder.release(step.getProcessBusinessKey(), "staff");
    }
}

package jp.otodoke.fulfilment.process;

import jp.otodoke.orders.HoldOrder;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Releases an order on hold. */
@Component
class ReleaseHoldDelegate implements JavaDelegate {
    private final HoldOrder holdOrder;

    ReleaseHoldDelegate(HoldOrder holdOrder) {
        this.holdOrder = holdOrder;
    }

    @Override
    public void execute(DelegateExecution step) {
        holdOrder.release(BusinessKeys.order(step), "staff");
    }
}

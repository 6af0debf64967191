package jp.otodoke.fulfilment.process;

import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.HoldOrder;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Releases an order on hold, unless the hold has ended in another way, such as the cancellation of the rest. */
@Component
class ReleaseHoldDelegate implements JavaDelegate {
    private final HoldOrder holdOrder;
    private final FindOrder orders;

    ReleaseHoldDelegate(HoldOrder holdOrder, FindOrder orders) {
        this.holdOrder = holdOrder;
        this.orders = orders;
    }

    @Override
    public void execute(DelegateExecution step) {
        var order = BusinessKeys.order(step);
        if (orders.get(order).onHold()) {
            holdOrder.release(order, "staff");
        }
    }
}

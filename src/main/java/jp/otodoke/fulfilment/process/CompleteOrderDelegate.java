package jp.otodoke.fulfilment.process;

import jp.otodoke.fulfilment.CloseOrder;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Completes a delivered and settled order. */
@Component
class CompleteOrderDelegate implements JavaDelegate {
    private final CloseOrder closeOrder;

    CompleteOrderDelegate(CloseOrder closeOrder) {
        this.closeOrder = closeOrder;
    }

    @Override
    public void execute(DelegateExecution step) {
        closeOrder.complete(BusinessKeys.order(step));
    }
}

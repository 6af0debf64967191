package jp.otodoke.fulfilment.process;

import jp.otodoke.fulfilment.CloseOrder;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Releases the stock of a cancelled order. */
@Component
class CloseCancelledOrderDelegate implements JavaDelegate {
    private final CloseOrder closeOrder;

    CloseCancelledOrderDelegate(CloseOrder closeOrder) {
        this.closeOrder = closeOrder;
    }

    @Override
    public void execute(DelegateExecution step) {
        closeOrder.cancelled(BusinessKeys.order(step));
    }
}

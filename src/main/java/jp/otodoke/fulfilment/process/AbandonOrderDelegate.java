package jp.otodoke.fulfilment.process;

import jp.otodoke.fulfilment.CloseOrder;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Gives up the order. */
@Component
class AbandonOrderDelegate implements JavaDelegate {
    private final CloseOrder closeOrder;
    private final OrderConditions conditions;

    AbandonOrderDelegate(CloseOrder closeOrder, OrderConditions conditions) {
        this.closeOrder = closeOrder;
        this.conditions = conditions;
    }

    @Override
    public void execute(DelegateExecution step) {
        closeOrder.abandon(BusinessKeys.order(step), conditions.abandonReason(BusinessKeys.order(step)));
    }
}

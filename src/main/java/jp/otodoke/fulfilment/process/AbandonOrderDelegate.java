package jp.otodoke.fulfilment.process;

import jp.otodoke.fulfilment.CloseOrder;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Gives up the order. */
@Component
class AbandonOrderDelegate implements JavaDelegate {
    private final CloseOrder closeOrder;
    private final OrderConditions facts;

    AbandonOrderDelegate(CloseOrder closeOrder, OrderConditions facts) {
        this.closeOrder = closeOrder;
        this.facts = facts;
    }

    @Override
    public void execute(DelegateExecution step) {
        closeOrder.abandon(BusinessKeys.order(step), facts.giveUpReason(BusinessKeys.order(step)));
    }
}

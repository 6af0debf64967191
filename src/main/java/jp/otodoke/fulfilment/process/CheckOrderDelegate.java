package jp.otodoke.fulfilment.process;

import jp.otodoke.fulfilment.CheckOrder;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Checks the order against the review policy. */
@Component
class CheckOrderDelegate implements JavaDelegate {
    private final CheckOrder checkOrder;
    private final ReviewPolicy policy;

    CheckOrderDelegate(CheckOrder checkOrder, ReviewPolicy policy) {
        this.checkOrder = checkOrder;
        this.policy = policy;
    }

    @Override
    public void execute(DelegateExecution step) {
        checkOrder.check(BusinessKeys.order(step), policy);
    }
}

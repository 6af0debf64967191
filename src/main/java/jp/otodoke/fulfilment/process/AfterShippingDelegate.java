package jp.otodoke.fulfilment.process;

import jp.otodoke.fulfilment.AfterShipping;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Captures the card and tells the customer. */
@Component
class AfterShippingDelegate implements JavaDelegate {
    private final AfterShipping afterShipping;

    AfterShippingDelegate(AfterShipping afterShipping) {
        this.afterShipping = afterShipping;
    }

    @Override
    public void execute(DelegateExecution step) {
        afterShipping.shipped(step.getProcessBusinessKey());
    }
}

package jp.otodoke.fulfilment.process;

import jp.otodoke.fulfilment.CompleteDispatch;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Captures the card payment and notifies the customer. */
@Component
class CompleteDispatchDelegate implements JavaDelegate {
    private final CompleteDispatch completeDispatch;

    CompleteDispatchDelegate(CompleteDispatch completeDispatch) {
        this.completeDispatch = completeDispatch;
    }

    @Override
    public void execute(DelegateExecution step) {
        completeDispatch.shipped(BusinessKeys.shipment(step));
    }
}

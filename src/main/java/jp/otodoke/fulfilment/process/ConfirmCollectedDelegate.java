package jp.otodoke.fulfilment.process;

import jp.otodoke.payments.RecordCollected;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records that staff confirmed receipt of the payment. */
@Component
class ConfirmCollectedDelegate implements JavaDelegate {
    private final RecordCollected collected;

    ConfirmCollectedDelegate(RecordCollected collected) {
        this.collected = collected;
    }

    @Override
    public void execute(DelegateExecution step) {
        collected.collected(BusinessKeys.order(step));
    }
}

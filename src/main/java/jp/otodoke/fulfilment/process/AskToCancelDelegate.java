package jp.otodoke.fulfilment.process;

import jp.otodoke.fulfilment.AskToCancel;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Asks the warehouse to cancel. */
@Component
class AskToCancelDelegate implements JavaDelegate {
    private final AskToCancel askToCancel;

    AskToCancelDelegate(AskToCancel askToCancel) {
        this.askToCancel = askToCancel;
    }

    @Override
    public void execute(DelegateExecution step) {
        askToCancel.ask(step.getProcessBusinessKey());
    }
}

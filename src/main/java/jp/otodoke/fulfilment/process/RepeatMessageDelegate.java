package jp.otodoke.fulfilment.process;

import jp.otodoke.fulfilment.AskToCancel;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Sends our last message anew. */
@Component
class RepeatMessageDelegate implements JavaDelegate {
    private final AskToCancel askToCancel;

    RepeatMessageDelegate(AskToCancel askToCancel) {
        this.askToCancel = askToCancel;
    }

    @Override
    public void execute(DelegateExecution step) {
        askToCancel.repeat(step.getProcessBusinessKey());
    }
}

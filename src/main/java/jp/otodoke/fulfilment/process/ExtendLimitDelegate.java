package jp.otodoke.fulfilment.process;

import jp.otodoke.fulfilment.AskToCancel;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Gives the step more time. */
@Component
class ExtendLimitDelegate implements JavaDelegate {
    private final AskToCancel askToCancel;

    ExtendLimitDelegate(AskToCancel askToCancel) {
        this.askToCancel = askToCancel;
    }

    @Override
    public void execute(DelegateExecution step) {
        askToCancel.moreTime(step.getProcessBusinessKey());
    }
}

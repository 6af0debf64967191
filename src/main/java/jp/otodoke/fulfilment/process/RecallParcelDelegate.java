package jp.otodoke.fulfilment.process;

import jp.otodoke.fulfilment.AskToCancel;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes down what was arranged when it was too late to cancel. */
@Component
class RecallParcelDelegate implements JavaDelegate {
    private final AskToCancel askToCancel;

    RecallParcelDelegate(AskToCancel askToCancel) {
        this.askToCancel = askToCancel;
    }

    @Override
    public void execute(DelegateExecution step) {
        var recalled = "RECALLED".equals(step.getVariable("decision"));
        askToCancel.tooLate(step.getProcessBusinessKey(), recalled);
    }
}

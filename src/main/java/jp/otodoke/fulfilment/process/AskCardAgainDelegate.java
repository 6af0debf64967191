package jp.otodoke.fulfilment.process;

import jp.otodoke.payments.AskCardAgain;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Asks the gateway once more. */
@Component
class AskCardAgainDelegate implements JavaDelegate {
    private final AskCardAgain askCardAgain;

    AskCardAgainDelegate(AskCardAgain askCardAgain) {
        this.askCardAgain = askCardAgain;
    }

    @Override
    public void execute(DelegateExecution step) {
        askCardAgain.ask(step.getProcessBusinessKey());
    }
}

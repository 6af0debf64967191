package jp.otodoke.fulfilment.process;

import jp.otodoke.fulfilment.ResolveTrouble;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The customer gets neither goods nor bill. */
@Component
class GiveUpParcelDelegate implements JavaDelegate {
    private final ResolveTrouble trouble;

    GiveUpParcelDelegate(ResolveTrouble trouble) {
        this.trouble = trouble;
    }

    @Override
    public void execute(DelegateExecution step) {
        trouble.giveUp(step.getProcessBusinessKey());
    }
}

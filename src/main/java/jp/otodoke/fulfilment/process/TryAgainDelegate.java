package jp.otodoke.fulfilment.process;

import jp.otodoke.fulfilment.ResolveTrouble;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The carrier tries once more. */
@Component
class TryAgainDelegate implements JavaDelegate {
    private final ResolveTrouble trouble;

    TryAgainDelegate(ResolveTrouble trouble) {
        this.trouble = trouble;
    }

    @Override
    public void execute(DelegateExecution step) {
        trouble.tryAgain(step.getProcessBusinessKey());
    }
}

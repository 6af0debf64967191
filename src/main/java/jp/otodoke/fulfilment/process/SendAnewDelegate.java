package jp.otodoke.fulfilment.process;

import jp.otodoke.fulfilment.ResolveTrouble;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The goods are sent once more. */
@Component
class SendAnewDelegate implements JavaDelegate {
    private final ResolveTrouble trouble;

    SendAnewDelegate(ResolveTrouble trouble) {
        this.trouble = trouble;
    }

    @Override
    public void execute(DelegateExecution step) {
        trouble.sendAnew(step.getProcessBusinessKey());
    }
}

package jp.otodoke.dunning.process;

import jp.otodoke.dunning.WriteOffDunned;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes off what is open. */
@Component
class WriteOffDunnedDelegate implements JavaDelegate {
    private final WriteOffDunned writeOffDunned;

    WriteOffDunnedDelegate(WriteOffDunned writeOffDunned) {
        this.writeOffDunned = writeOffDunned;
    }

    @Override
    public void execute(DelegateExecution step) {
        writeOffDunned.writeOff(DunningConditions.id(step));
    }
}

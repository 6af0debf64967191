package jp.otodoke.fulfilment.process;

import jp.otodoke.fulfilment.PutInserts;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Puts inserts into the parcel. */
@Component
class ChooseInsertsDelegate implements JavaDelegate {
    private final PutInserts putInserts;

    ChooseInsertsDelegate(PutInserts putInserts) {
        this.putInserts = putInserts;
    }

    @Override
    public void execute(DelegateExecution step) {
        putInserts.put(step.getProcessBusinessKey());
    }
}

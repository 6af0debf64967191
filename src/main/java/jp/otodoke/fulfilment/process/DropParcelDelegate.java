package jp.otodoke.fulfilment.process;

import jp.otodoke.fulfilment.DropParcel;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Staff give a refused parcel up. */
@Component
class DropParcelDelegate implements JavaDelegate {
    private final DropParcel dropParcel;

    DropParcelDelegate(DropParcel dropParcel) {
        this.dropParcel = dropParcel;
    }

    @Override
    public void execute(DelegateExecution step) {
        dropParcel.drop(step.getProcessBusinessKey());
    }
}

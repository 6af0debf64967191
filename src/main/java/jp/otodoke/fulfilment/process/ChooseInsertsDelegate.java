package jp.otodoke.fulfilment.process;

import jp.otodoke.fulfilment.AddInserts;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Adds inserts to the shipment. */
@Component
class ChooseInsertsDelegate implements JavaDelegate {
    private final AddInserts addInserts;

    ChooseInsertsDelegate(AddInserts addInserts) {
        this.addInserts = addInserts;
    }

    @Override
    public void execute(DelegateExecution step) {
        addInserts.put(BusinessKeys.shipment(step));
    }
}

package jp.otodoke.fulfilment.process;

import jp.otodoke.fulfilment.InstructWarehouse;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Instructs the warehouse to ship. */
@Component
class InstructWarehouseDelegate implements JavaDelegate {
    private final InstructWarehouse instruct;

    InstructWarehouseDelegate(InstructWarehouse instruct) {
        this.instruct = instruct;
    }

    @Override
    public void execute(DelegateExecution step) {
        instruct.instruct(BusinessKeys.shipment(step));
    }
}

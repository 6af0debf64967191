package jp.otodoke.fulfilment.process;

import jp.otodoke.fulfilment.AllocateOrder;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** Allocates stock for the order. */
@Component
class AllocateStockDelegate implements JavaDelegate {
    private final AllocateOrder allocateOrder;

    AllocateStockDelegate(AllocateOrder allocateOrder) {
        this.allocateOrder = allocateOrder;
    }

    @Override
    public void execute(DelegateExecution step) {
        step.setVariableLocal(
                "allocated", Variables.booleanValue(allocateOrder.allocate(BusinessKeys.order(step)), true));
    }
}

package jp.otodoke.fulfilment.process;

import jp.otodoke.fulfilment.AllocateOrder;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** Allocates stock for the order. */
@Component
class AllocateStockDelegate implements JavaDelegate {
    private final AllocateTogether together;
    private final AllocateOrder allocateOrder;

    AllocateStockDelegate(AllocateTogether together, AllocateOrder allocateOrder) {
        this.together = together;
        this.allocateOrder = allocateOrder;
    }

    @Override
    public void execute(DelegateExecution step) {
        var order = BusinessKeys.order(step);
        var known = together.takeAllocated(order);
        boolean allocated = known == null ? allocateOrder.allocate(order) : known;
        step.setVariableLocal("allocated", Variables.booleanValue(allocated, true));
    }
}

package jp.otodoke.fulfilment.process;

import jp.otodoke.fulfilment.KeepStock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** Keeps stock for the order. */
@Component
class AllocateStockDelegate implements JavaDelegate {
    private final KeepStock keepStock;

    AllocateStockDelegate(KeepStock keepStock) {
        this.keepStock = keepStock;
    }

    @Override
    public void execute(DelegateExecution step) {
        step.setVariableLocal("allocated", Variables.booleanValue(keepStock.keep(step.getProcessBusinessKey()), true));
    }
}

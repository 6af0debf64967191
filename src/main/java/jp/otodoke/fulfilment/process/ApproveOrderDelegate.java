package jp.otodoke.fulfilment.process;

import jp.otodoke.orders.AdvanceOrder;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records that a reviewer approved the order. */
@Component
class ApproveOrderDelegate implements JavaDelegate {
    private final AdvanceOrder advance;

    ApproveOrderDelegate(AdvanceOrder advance) {
        this.advance = advance;
    }

    @Override
    public void execute(DelegateExecution step) {
        advance.approve(BusinessKeys.order(step));
    }
}

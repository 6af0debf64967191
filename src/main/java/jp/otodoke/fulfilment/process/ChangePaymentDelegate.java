package jp.otodoke.fulfilment.process;

import jp.otodoke.orders.AdvanceOrder;
import jp.otodoke.orders.ChangeOrder;
import jp.otodoke.orders.PaymentMethod;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Changes the payment method as decided in the task. */
@Component
class ChangePaymentDelegate implements JavaDelegate {
    private final ChangeOrder changeOrder;
    private final AdvanceOrder advance;

    ChangePaymentDelegate(ChangeOrder changeOrder, AdvanceOrder advance) {
        this.changeOrder = changeOrder;
        this.advance = advance;
    }

    @Override
    public void execute(DelegateExecution step) {
        var decision = String.valueOf(step.getVariable("decision"));
        if (!decision.equals("RETRY")) {
            var method = PaymentMethod.valueOf(decision);
            changeOrder.change(
                    BusinessKeys.order(step),
                    new ChangeOrder.Changes(null, false, null, null, null, method, null),
                    "staff");
            advance.approve(BusinessKeys.order(step));
        }
    }
}

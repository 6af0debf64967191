package jp.otodoke.fulfilment.process;

import java.util.List;
import jp.otodoke.orders.AdvanceOrder;
import jp.otodoke.orders.OrderStatus;
import jp.otodoke.payments.FindPayment;
import jp.otodoke.payments.SecurePayment;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Secures the payment. */
@Component
class SecurePaymentDelegate implements JavaDelegate {
    private final SecurePayment securePayment;
    private final FindPayment payments;
    private final AdvanceOrder advance;

    SecurePaymentDelegate(SecurePayment securePayment, FindPayment payments, AdvanceOrder advance) {
        this.securePayment = securePayment;
        this.payments = payments;
        this.advance = advance;
    }

    @Override
    public void execute(DelegateExecution step) {
        var order = BusinessKeys.order(step);
        securePayment.secure(order);
        if (!payments.get(order).secured()) {
            advance.advanceTo(List.of(order), OrderStatus.AWAITING_PAYMENT);
        }
    }
}

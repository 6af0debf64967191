package jp.otodoke.fulfilment.process;

import jp.otodoke.payments.SecurePayment;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Sends the customer a payment reminder. */
@Component
class RemindPaymentDelegate implements JavaDelegate {
    private final SecurePayment securePayment;

    RemindPaymentDelegate(SecurePayment securePayment) {
        this.securePayment = securePayment;
    }

    @Override
    public void execute(DelegateExecution step) {
        securePayment.remind(BusinessKeys.order(step));
    }
}

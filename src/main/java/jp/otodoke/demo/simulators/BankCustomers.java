package jp.otodoke.demo.simulators;

import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.payments.PaymentRequested;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Customers who read their mail: whoever is asked for a transfer will make it. */
@Component
@Simulated
class BankCustomers {
    private final SimulatedBank simulatedBank;

    BankCustomers(SimulatedBank simulatedBank) {
        this.simulatedBank = simulatedBank;
    }

    @EventListener
    void on(PaymentRequested event) {
        if (event.method() == PaymentMethod.BANK_TRANSFER) {
            simulatedBank.ask(event.orderNumber(), event.amount());
        }
    }
}

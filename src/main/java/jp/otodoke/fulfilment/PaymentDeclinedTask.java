package jp.otodoke.fulfilment;

import java.util.Map;
import jp.otodoke.inbox.StaffGroup;
import jp.otodoke.orders.Order;
import jp.otodoke.payments.Payment;
import jp.otodoke.shared.BilingualText;
import org.springframework.stereotype.Component;

/** The card was declined: the customer chooses another payment method, or the order is given up. */
@Component
class PaymentDeclinedTask extends OrderTaskKind {
    PaymentDeclinedTask(OrderCases cases) {
        super(
                "payment-declined",
                StaffGroup.ORDERS,
                Map.of(
                        "BANK_TRANSFER",
                        DecisionEffect.WAITS,
                        "CASH_ON_DELIVERY",
                        DecisionEffect.CONTINUES,
                        "CANCEL",
                        DecisionEffect.STOPS),
                cases);
    }

    @Override
    BilingualText reason(Order order, Payment payment) {
        return BilingualText.of("task.payment-declined.reason", order.totals().total());
    }

    @Override
    boolean correctable() {
        return true;
    }
}

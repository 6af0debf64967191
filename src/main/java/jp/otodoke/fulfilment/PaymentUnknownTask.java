package jp.otodoke.fulfilment;

import java.util.Map;
import jp.otodoke.inbox.StaffGroup;
import jp.otodoke.orders.Order;
import jp.otodoke.payments.Payment;
import jp.otodoke.shared.BilingualText;
import org.springframework.stereotype.Component;

/** It is unknown whether the card was authorised. */
@Component
class PaymentUnknownTask extends OrderTaskKind {
    PaymentUnknownTask(OrderCases cases) {
        super("payment-unknown", StaffGroup.ACCOUNTING, Map.of("CANCEL", DecisionEffect.STOPS), cases);
    }

    @Override
    BilingualText reason(Order order, Payment payment) {
        return BilingualText.of(
                "task.payment-unknown.reason",
                payment.transactionNo(),
                order.totals().total());
    }

    @Override
    int priority() {
        return 1;
    }
}

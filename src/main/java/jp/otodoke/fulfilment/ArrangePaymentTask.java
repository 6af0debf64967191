package jp.otodoke.fulfilment;

import java.util.Map;
import jp.otodoke.inbox.StaffGroup;
import jp.otodoke.orders.Order;
import jp.otodoke.payments.Payment;
import jp.otodoke.shared.BilingualText;
import org.springframework.stereotype.Component;

/** The payment must be arranged manually, as its method is not processed automatically. */
@Component
class ArrangePaymentTask extends OrderTaskKind {
    ArrangePaymentTask(OrderCases cases) {
        super(
                "arrange-payment",
                StaffGroup.ACCOUNTING,
                Map.of(
                        "SECURED",
                        DecisionEffect.CONTINUES,
                        "BANK_TRANSFER",
                        DecisionEffect.WAITS,
                        "CANCEL",
                        DecisionEffect.STOPS),
                cases);
    }

    @Override
    BilingualText reason(Order order, Payment payment) {
        return BilingualText.of(
                "task.arrange-payment.reason",
                BilingualText.of("method." + payment.method()),
                order.totals().total());
    }

    @Override
    boolean correctable() {
        return true;
    }
}

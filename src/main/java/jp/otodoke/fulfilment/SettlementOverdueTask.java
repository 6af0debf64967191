package jp.otodoke.fulfilment;

import java.util.Map;
import jp.otodoke.inbox.StaffGroup;
import jp.otodoke.orders.Order;
import jp.otodoke.payments.Payment;
import jp.otodoke.shared.BilingualText;
import org.springframework.stereotype.Component;

/** A delivered order has not been paid in time. */
@Component
class SettlementOverdueTask extends OrderTaskKind {
    SettlementOverdueTask(OrderCases cases) {
        super(
                "settlement-overdue",
                StaffGroup.ACCOUNTING,
                Map.of("RECEIVED", DecisionEffect.BOOKS_INCOME, "WAIT", DecisionEffect.WAITS),
                cases);
    }

    @Override
    BilingualText reason(Order order, Payment payment) {
        return BilingualText.of(
                "task.settlement-overdue.reason",
                order.totals().total(),
                payment.open(),
                BilingualText.of("method." + payment.method()));
    }
}

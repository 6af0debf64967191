package jp.otodoke.fulfilment;

import java.util.Map;
import jp.otodoke.inbox.StaffGroup;
import jp.otodoke.orders.Order;
import jp.otodoke.payments.Payment;
import jp.otodoke.shared.BilingualText;
import org.springframework.stereotype.Component;

/** Goods of the order are out of stock. */
@Component
class StockMissingTask extends OrderTaskKind {
    StockMissingTask(OrderCases cases) {
        super(
                "stock-missing",
                StaffGroup.SHIPPING,
                Map.of("WAIT", DecisionEffect.WAITS, "CANCEL", DecisionEffect.STOPS),
                cases);
    }

    @Override
    BilingualText reason(Order order, Payment payment) {
        return BilingualText.of("task.stock-missing.reason");
    }

    @Override
    boolean correctable() {
        return true;
    }
}

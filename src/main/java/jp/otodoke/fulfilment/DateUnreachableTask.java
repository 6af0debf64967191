package jp.otodoke.fulfilment;

import java.util.Map;
import java.util.Objects;
import jp.otodoke.inbox.StaffGroup;
import jp.otodoke.orders.Order;
import jp.otodoke.orders.OrderDestination;
import jp.otodoke.payments.Payment;
import jp.otodoke.shared.BilingualText;
import org.springframework.stereotype.Component;

/** The requested delivery date can no longer be met. */
@Component
class DateUnreachableTask extends OrderTaskKind {
    DateUnreachableTask(OrderCases cases) {
        super(
                "date-unreachable",
                StaffGroup.ORDERS,
                Map.of("EARLIEST", DecisionEffect.CONTINUES, "CANCEL", DecisionEffect.STOPS),
                cases);
    }

    @Override
    BilingualText reason(Order order, Payment payment) {
        var dates = order.destinations().stream()
                .map(OrderDestination::deliveryDate)
                .filter(Objects::nonNull)
                .toList();
        return BilingualText.of("task.date-unreachable.reason", BilingualText.list(dates));
    }

    @Override
    boolean correctable() {
        return true;
    }
}

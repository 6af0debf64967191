package jp.otodoke.fulfilment;

import java.util.Map;
import jp.otodoke.inbox.StaffGroup;
import jp.otodoke.orders.Order;
import jp.otodoke.payments.Payment;
import jp.otodoke.shared.BilingualText;
import org.springframework.stereotype.Component;

/** A requested delivery date can no longer be met; dates of other destinations that can be met stay. */
@Component
class DateUnreachableTask extends OrderTaskKind {
    private final DropRequestedDates dropRequestedDates;

    DateUnreachableTask(OrderCases cases, DropRequestedDates dropRequestedDates) {
        super(
                "date-unreachable",
                StaffGroup.ORDERS,
                Map.of("EARLIEST", DecisionEffect.CONTINUES, "CANCEL", DecisionEffect.STOPS),
                cases);
        this.dropRequestedDates = dropRequestedDates;
    }

    @Override
    BilingualText reason(Order order, Payment payment) {
        return BilingualText.of("task.date-unreachable.reason", BilingualText.list(dropRequestedDates.missed(order)));
    }

    @Override
    boolean correctable() {
        return true;
    }
}

package jp.otodoke.fulfilment;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import jp.otodoke.inbox.StaffGroup;
import jp.otodoke.inbox.TaskDecision;
import jp.otodoke.orders.Order;
import jp.otodoke.orders.OrderSubject;
import jp.otodoke.payments.Payment;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.TextNormalizer;
import org.springframework.stereotype.Component;

/** The order is on hold; it can be released or cancelled from the task, as from the order page. */
@Component
class OrderOnHoldTask extends OrderTaskKind {
    private static final String CANCEL = "CANCEL";

    private final RequestOrderCancel requestOrderCancel;
    private final ChangeRequests changes;

    OrderOnHoldTask(OrderCases cases, RequestOrderCancel requestOrderCancel, ChangeRequests changes) {
        super(
                "order-on-hold",
                StaffGroup.ORDERS,
                Map.of("RELEASE", DecisionEffect.CONTINUES, CANCEL, DecisionEffect.STOPS),
                cases);
        this.requestOrderCancel = requestOrderCancel;
        this.changes = changes;
    }

    @Override
    BilingualText reason(Order order, Payment payment) {
        return BilingualText.of("task.order-on-hold.reason", order.holdReason());
    }

    @Override
    public List<String> decisions() {
        return List.of(CANCEL);
    }

    @Override
    public void decide(TaskDecision decision) {
        var reason = Objects.requireNonNullElse(
                TextNormalizer.orNull(decision.comment()),
                BilingualText.of("cancel.reason.while-held").japanese());
        OrderSubject.in(decision.task()).forEach(order -> requestOrderCancel.request(order, reason, decision.staff()));
    }

    @Override
    boolean correctable() {
        return true;
    }

    @Override
    void corrected(OrderNumber orderNumber, String by) {
        if (cases.order(orderNumber).onHold()) {
            changes.release(orderNumber, by);
        }
    }
}

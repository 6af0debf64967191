package jp.otodoke.partners.shop;

import java.util.List;
import java.util.Objects;
import jp.otodoke.fulfilment.ChangeRequests;
import jp.otodoke.fulfilment.RequestOrderCancel;
import jp.otodoke.inbox.StaffGroup;
import jp.otodoke.inbox.TaskDecision;
import jp.otodoke.inbox.TaskKind;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.OrderSubject;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.TextNormalizer;

/** The shop has cancelled an order that has not left yet, or given back a part of its payment: it is cancelled, or goes on. */
class ReversedOrderTask implements TaskKind {
    static final String CANCELLED = "order-cancelled-at-shop";
    static final String REFUNDED = "order-refunded-at-shop";

    private static final String CANCEL = "CANCEL";

    private final String type;
    private final FindOrder orders;
    private final RequestOrderCancel requestOrderCancel;
    private final ChangeRequests changes;

    ReversedOrderTask(String type, FindOrder orders, RequestOrderCancel requestOrderCancel, ChangeRequests changes) {
        this.type = type;
        this.orders = orders;
        this.requestOrderCancel = requestOrderCancel;
        this.changes = changes;
    }

    @Override
    public String type() {
        return type;
    }

    @Override
    public String subjectKind() {
        return OrderSubject.KIND;
    }

    @Override
    public StaffGroup group() {
        return StaffGroup.ORDERS;
    }

    @Override
    public List<String> decisions() {
        return type.equals(CANCELLED) ? List.of(CANCEL, "GO_ON") : List.of("GO_ON", CANCEL);
    }

    @Override
    public void decide(TaskDecision decision) {
        var number = OrderNumber.of(decision.task().subject().key());
        if (decision.code().equals(CANCEL)) {
            var reason = Objects.requireNonNullElse(
                    TextNormalizer.orNull(decision.comment()),
                    BilingualText.of("shop.reversal.cancel").japanese());
            requestOrderCancel.request(number, reason, decision.staff());
        } else if (isHeldForTheShop(number)) {
            changes.release(number, decision.staff());
        }
    }

    /** A hold for another reason stays. */
    private boolean isHeldForTheShop(OrderNumber number) {
        var order = orders.get(number);
        return order.onHold() && RecordReversal.isHoldReason(order.holdReason());
    }
}

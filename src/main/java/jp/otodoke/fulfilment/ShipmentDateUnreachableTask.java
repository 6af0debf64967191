package jp.otodoke.fulfilment;

import java.util.List;
import java.util.Objects;
import jp.otodoke.inbox.StaffGroup;
import jp.otodoke.inbox.TaskDecision;
import jp.otodoke.inbox.TaskKind;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.OrderSubject;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.TextNormalizer;
import org.springframework.stereotype.Component;

/** A shipment of an order can't meet its requested delivery date, while others of the order wait for stock. */
@Component
class ShipmentDateUnreachableTask implements TaskKind {
    static final String TYPE = "shipment-date-unreachable";

    private final FindOrder orders;
    private final DropRequestedDates dropRequestedDates;
    private final AllocateOrder allocateOrder;
    private final RequestOrderCancel cancel;

    ShipmentDateUnreachableTask(
            FindOrder orders,
            DropRequestedDates dropRequestedDates,
            AllocateOrder allocateOrder,
            RequestOrderCancel cancel) {
        this.orders = orders;
        this.dropRequestedDates = dropRequestedDates;
        this.allocateOrder = allocateOrder;
        this.cancel = cancel;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String subjectKind() {
        return ShipmentSubject.KIND;
    }

    @Override
    public StaffGroup group() {
        return StaffGroup.ORDERS;
    }

    @Override
    public List<String> decisions() {
        return List.of("EARLIEST", "CANCEL");
    }

    /** Its requested date may be changed again, and missed again. */
    @Override
    public boolean mayRecur(String decision) {
        return true;
    }

    @Override
    public void decide(TaskDecision decision) {
        OrderSubject.in(decision.task()).forEach(order -> decide(order, decision));
    }

    private void decide(OrderNumber order, TaskDecision decision) {
        if (decision.code().equals("EARLIEST")) {
            dropRequestedDates.agreed(orders.get(order));
            allocateOrder.planAgain(order);
        } else {
            var reason = Objects.requireNonNullElse(
                    TextNormalizer.orNull(decision.comment()),
                    BilingualText.of("task.shipment-date-unreachable.cancelled").japanese());
            cancel.request(order, reason, decision.staff());
        }
    }
}

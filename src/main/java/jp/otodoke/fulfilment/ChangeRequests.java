package jp.otodoke.fulfilment;

import java.util.List;
import jp.otodoke.orders.ChangeOrder;
import jp.otodoke.orders.HoldOrder;
import jp.otodoke.shared.Refusal;
import jp.otodoke.workflow.Retrying;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Hold, release and change of an order, with its process following in the same transaction. */
@Component
public class ChangeRequests {
    private final ChangeOrder changeOrder;
    private final HoldOrder holdOrder;
    private final KeepStock keepStock;
    private final ApplicationEventPublisher events;
    private final Retrying retrying;

    ChangeRequests(
            ChangeOrder changeOrder,
            HoldOrder holdOrder,
            KeepStock keepStock,
            ApplicationEventPublisher events,
            Retrying retrying) {
        this.changeOrder = changeOrder;
        this.holdOrder = holdOrder;
        this.keepStock = keepStock;
        this.events = events;
        this.retrying = retrying;
    }

    /** @throws Refusal when the warehouse has it already (conflict) */
    public void change(String orderNumber, ChangeOrder.Changes changes, String by) {
        retrying.inTransaction(() -> {
            changeOrder.change(orderNumber, changes, by);
            keepStock.giveBack(orderNumber);
            return tell(OrderNews.Kind.CHANGED, orderNumber);
        });
    }

    /** @throws Refusal when the warehouse has it already (conflict) */
    public void hold(String orderNumber, String reason, String by) {
        retrying.inTransaction(() -> {
            return !holdOrder.hold(orderNumber, reason, by) || tell(OrderNews.Kind.HELD, orderNumber);
        });
    }

    /** @throws Refusal when it is not held (conflict) */
    public void release(String orderNumber, String by) {
        retrying.inTransaction(() -> {
            holdOrder.release(orderNumber, by);
            return tell(OrderNews.Kind.HOLD_RELEASED, orderNumber);
        });
    }

    private boolean tell(OrderNews.Kind kind, String orderNumber) {
        events.publishEvent(new OrderNews(kind, List.of(orderNumber)));
        return true;
    }
}

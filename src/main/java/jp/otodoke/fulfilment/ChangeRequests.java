package jp.otodoke.fulfilment;

import java.util.List;
import jp.otodoke.orders.ChangeOrder;
import jp.otodoke.orders.HoldOrder;
import jp.otodoke.platform.data.RetryOnConflict;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Holds, releases or changes an order and notifies its process in the same transaction. */
@Component
public class ChangeRequests {
    private final ChangeOrder changeOrder;
    private final HoldOrder holdOrder;
    private final AllocateOrder allocateOrder;
    private final Shipments shipments;
    private final ApplicationEventPublisher events;
    private final RetryOnConflict retryOnConflict;

    ChangeRequests(
            ChangeOrder changeOrder,
            HoldOrder holdOrder,
            AllocateOrder allocateOrder,
            Shipments shipments,
            ApplicationEventPublisher events,
            RetryOnConflict retryOnConflict) {
        this.changeOrder = changeOrder;
        this.holdOrder = holdOrder;
        this.allocateOrder = allocateOrder;
        this.shipments = shipments;
        this.events = events;
        this.retryOnConflict = retryOnConflict;
    }

    /** @throws Refusal if the order has been handed over to the warehouse (conflict) */
    public void change(OrderNumber orderNumber, ChangeOrder.Changes changes, String by) {
        retryOnConflict.inTransaction(() -> {
            changeOrder.checkChangeable(orderNumber);
            if (shipments.ofOrders(List.of(orderNumber)).stream()
                    .anyMatch(shipment -> !shipment.status().ended())) {
                throw Refusal.conflict("order.change.partly-dispatched", orderNumber);
            }
            changeOrder.change(orderNumber, changes, by);
            allocateOrder.release(orderNumber);
            return publish(OrderSignal.Kind.CHANGED, orderNumber);
        });
    }

    /** @throws Refusal if the order has been handed over to the warehouse (conflict) */
    public void hold(OrderNumber orderNumber, String reason, String by) {
        retryOnConflict.inTransaction(() -> {
            return !holdOrder.hold(orderNumber, reason, by) || publish(OrderSignal.Kind.HELD, orderNumber);
        });
    }

    /** @throws Refusal if the order is not on hold (conflict) */
    public void release(OrderNumber orderNumber, String by) {
        retryOnConflict.inTransaction(() -> {
            holdOrder.release(orderNumber, by);
            return publish(OrderSignal.Kind.HOLD_RELEASED, orderNumber);
        });
    }

    private boolean publish(OrderSignal.Kind kind, OrderNumber orderNumber) {
        events.publishEvent(new OrderSignal(kind, List.of(orderNumber)));
        return true;
    }
}

package jp.otodoke.fulfilment;

import java.util.List;
import jp.otodoke.orders.AdvanceOrder;
import jp.otodoke.orders.CancelReason;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.OrderStatus;
import jp.otodoke.shared.OrderNumber;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Cancels the open pieces of an order that are in no shipment, and notifies the order's process. */
@Component
class CancelOpenLines {
    private final FindOrder orders;
    private final CancelRemainingLines cancelRemainingLines;
    private final AdvanceOrder advance;
    private final AllocateOrder allocateOrder;
    private final OrderStatusFromShipments follow;
    private final ApplicationEventPublisher events;

    CancelOpenLines(
            FindOrder orders,
            CancelRemainingLines cancelRemainingLines,
            AdvanceOrder advance,
            AllocateOrder allocateOrder,
            OrderStatusFromShipments follow,
            ApplicationEventPublisher events) {
        this.orders = orders;
        this.cancelRemainingLines = cancelRemainingLines;
        this.advance = advance;
        this.allocateOrder = allocateOrder;
        this.follow = follow;
        this.events = events;
    }

    void cancel(OrderNumber number, CancelReason reason, String by) {
        var held = orders.get(number).onHold();
        cancelRemainingLines.cancel(number, reason, by);
        var order = orders.get(number);
        if (order.progress() == OrderStatus.CANCELLED) {
            events.publishEvent(new OrderSignal(OrderSignal.Kind.CANCEL, List.of(number)));
            return;
        }
        if (held) {
            events.publishEvent(new OrderSignal(OrderSignal.Kind.HOLD_RELEASED, List.of(number)));
        }
        allocateOrder.releaseRest(number);
        boolean prepared = order.progress().beforeHandOver();
        if (prepared) {
            advance.advanceTo(List.of(number), OrderStatus.DISPATCHED);
        }
        // The process completes an order of which the rest is delivered, and must find it so.
        follow.orders(List.of(number));
        if (prepared) {
            events.publishEvent(new OrderSignal(OrderSignal.Kind.REST_CANCELLED, List.of(number)));
        }
    }
}

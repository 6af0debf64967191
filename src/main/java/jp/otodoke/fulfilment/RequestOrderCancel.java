package jp.otodoke.fulfilment;

import java.util.ArrayList;
import java.util.List;
import jp.otodoke.orders.CancelReason;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.Order;
import jp.otodoke.orders.Timeline;
import jp.otodoke.platform.data.RetryOnConflict;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.ShipmentNumber;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Requests the cancellation of an order. Before hand-over it is cancelled immediately; afterwards the warehouse is
 * asked, and until it answers nothing is refunded and no stock is released. What no warehouse has yet of an order that
 * leaves in several shipments is cancelled immediately.
 */
@Component
public class RequestOrderCancel {
    /** The outcome of the request. */
    public enum Outcome {
        CANCELLED,
        PENDING
    }

    private final FindOrder orders;
    private final CancelOpenLines cancelOpenLines;
    private final Shipments shipments;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;
    private final BusinessClock clock;
    private final RetryOnConflict retryOnConflict;

    RequestOrderCancel(
            FindOrder orders,
            CancelOpenLines cancelOpenLines,
            Shipments shipments,
            Timeline timeline,
            ApplicationEventPublisher events,
            BusinessClock clock,
            RetryOnConflict retryOnConflict) {
        this.orders = orders;
        this.cancelOpenLines = cancelOpenLines;
        this.shipments = shipments;
        this.timeline = timeline;
        this.events = events;
        this.clock = clock;
        this.retryOnConflict = retryOnConflict;
    }

    /** @throws Refusal if the goods have shipped or the order has ended (conflict) */
    public Outcome request(OrderNumber orderNumber, String reason, String by) {
        return retryOnConflict.inTransaction(() -> decide(orders.get(orderNumber), reason, by, true));
    }

    /** Asks for what the warehouses have, though the order is still wanted: its goods are to leave later, if at all. */
    void stopAtWarehouses(OrderNumber orderNumber, String reason, String by) {
        var asked = shipments.ofOrders(List.of(orderNumber)).stream()
                .filter(s -> s.status().atTheWarehouse())
                .toList();
        ask(orderNumber, asked, reason, by);
    }

    /** Asks only about what the warehouses have; the rest waits for a person. */
    void requestOfWarehouses(OrderNumber orderNumber, String reason, String by) {
        decide(orders.get(orderNumber), reason, by, false);
    }

    private Outcome decide(Order order, String reason, String by, boolean restToo) {
        if (order.status().ended()) {
            throw Refusal.conflict("order.cancel.ended", order.number(), order.status());
        }
        var mine = shipments.ofOrders(List.of(order.number())).stream()
                .filter(s -> s.status() != ShipmentStatus.CANCELLED)
                .toList();
        var asked = mine.stream().filter(s -> s.status().atTheWarehouse()).toList();
        if (!asked.isEmpty()) {
            if (order.progress().beforeHandOver() && restToo) {
                cancelOpenLines.cancel(order.number(), CancelReason.requested(reason), by);
            }
            asked.forEach(shipment -> shipment.cancelWantedBy(order.number()));
            ask(order.number(), asked, reason, by);
            return asked.stream().allMatch(s -> s.status() == ShipmentStatus.CANCELLED)
                    ? Outcome.CANCELLED
                    : Outcome.PENDING;
        }
        if (!order.status().beforeHandOver()) {
            throw Refusal.conflict("order.cancel.shipped", order.number(), order.status());
        }
        cancelOpenLines.cancel(order.number(), CancelReason.requested(reason), by);
        return Outcome.CANCELLED;
    }

    /** The warehouse need not be asked about a shipment that it rejected. */
    private void ask(OrderNumber order, List<Shipment> asked, String reason, String by) {
        var requested = new ArrayList<ShipmentNumber>();
        var refused = new ArrayList<ShipmentNumber>();
        for (var shipment : asked) {
            if (shipment.rejectCode() != null && shipment.status() == ShipmentStatus.INSTRUCTED) {
                shipment.askCancel(reason, clock.instant());
                shipment.cancelAnswered(CancelResult.CANCELLED, clock.instant());
                refused.add(shipment.number());
            } else if (shipment.status() != ShipmentStatus.CANCEL_PENDING) {
                shipment.askCancel(reason, clock.instant());
                requested.add(shipment.number());
            }
        }
        shipments.saveAllAndFlush(asked);
        if (!refused.isEmpty()) {
            events.publishEvent(new ShipmentSignal(ShipmentSignal.Kind.CANCELLED, refused));
        }
        if (!requested.isEmpty()) {
            timeline.add(order, "CANCEL_REQUESTED", BilingualText.of("timeline.cancellation-asked", reason), by);
            events.publishEvent(new ShipmentSignal(ShipmentSignal.Kind.CANCEL_REQUESTED, requested));
        }
    }
}

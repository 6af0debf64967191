package jp.otodoke.fulfilment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import jp.otodoke.orders.AdvanceOrder;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.Order;
import jp.otodoke.orders.OrderStatus;
import jp.otodoke.shared.OrderNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Derives the status of orders from their shipments: the least advanced shipment counts. */
@Component
class OrderStatusFromShipments {
    /** The order's process is over: a shipment of which nothing left may be closed later, and changes nothing any more. */
    private static final Set<OrderStatus> ENDED = Set.of(OrderStatus.COMPLETED, OrderStatus.CANCELLED);

    private final FindOrder orders;
    private final Shipments shipments;
    private final AdvanceOrder advance;
    private final ApplicationEventPublisher events;

    OrderStatusFromShipments(
            FindOrder orders, Shipments shipments, AdvanceOrder advance, ApplicationEventPublisher events) {
        this.orders = orders;
        this.shipments = shipments;
        this.advance = advance;
        this.events = events;
    }

    void follow(Collection<Shipment> moved) {
        var numbers = new TreeSet<OrderNumber>();
        moved.forEach(s -> numbers.addAll(s.orderNumbers()));
        orders(numbers);
    }

    void orders(Collection<OrderNumber> numbers) {
        var parcels = parcels(numbers);
        var reached = new LinkedHashMap<OrderStatus, List<OrderNumber>>();
        var over = new ArrayList<OrderNumber>();
        for (var order : orders.all(numbers)) {
            var mine = parcels.getOrDefault(order.number(), List.of());
            var point = point(order, mine);
            if (point != null && point != order.progress()) {
                reached.computeIfAbsent(point, p -> new ArrayList<>()).add(order.number());
            }
            if (over(order, mine)) {
                over.add(order.number());
            }
        }
        reached.forEach((point, who) -> advance.advanceTo(who, point));
        if (!over.isEmpty()) {
            events.publishEvent(new OrderSignal(OrderSignal.Kind.ALL_SHIPMENTS_ENDED, over));
        }
    }

    private Map<OrderNumber, List<Shipment>> parcels(Collection<OrderNumber> numbers) {
        var result = new LinkedHashMap<OrderNumber, List<Shipment>>();
        for (var shipment : shipments.ofOrders(numbers)) {
            if (shipment.status() != ShipmentStatus.CANCELLED) {
                shipment.orderNumbers().forEach(o -> result.computeIfAbsent(o, k -> new ArrayList<>())
                        .add(shipment));
            }
        }
        return result;
    }

    private static @Nullable OrderStatus point(Order order, List<Shipment> parcels) {
        if (order.progress().beforeHandOver() || ENDED.contains(order.progress())) {
            return null;
        }
        if (parcels.stream().anyMatch(s -> s.status().atTheWarehouse())) {
            return OrderStatus.DISPATCHED;
        }
        if (parcels.stream().anyMatch(s -> s.status().underway())) {
            return OrderStatus.SHIPPED;
        }
        if (order.openPieces() > 0) {
            return OrderStatus.RECEIVED;
        }
        var returned = !parcels.isEmpty() && parcels.stream().allMatch(s -> s.status() == ShipmentStatus.RETURNED);
        return returned ? OrderStatus.RETURNED : OrderStatus.DELIVERED;
    }

    private static boolean over(Order order, List<Shipment> parcels) {
        return !order.progress().beforeHandOver()
                && parcels.stream().allMatch(s -> s.status().ended());
    }
}

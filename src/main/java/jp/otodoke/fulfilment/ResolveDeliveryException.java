package jp.otodoke.fulfilment;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.otodoke.orders.AdvanceOrder;
import jp.otodoke.orders.AdvanceOrder.Pieces;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.Order;
import jp.otodoke.orders.OrderReturned;
import jp.otodoke.orders.OrderStatus;
import jp.otodoke.orders.Timeline;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.ShipmentNumber;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Carries out staff's decision about a delivery exception: redeliver, ship again or refund. Refused once the shipment has
 * ended.
 */
@Component
public class ResolveDeliveryException {
    private static final Set<OrderStatus> PREPARED = Set.of(OrderStatus.AWAITING_STOCK, OrderStatus.READY);

    private final Shipments shipments;
    private final SetParts setParts;
    private final FindOrder orders;
    private final AdvanceOrder advance;
    private final AllocateOrder allocateOrder;
    private final OrderStatusFromShipments follow;
    private final Timeline timeline;
    private final ReturnArrivals arrivals;
    private final ApplicationEventPublisher events;
    private final BusinessClock clock;

    ResolveDeliveryException(
            Shipments shipments,
            SetParts setParts,
            FindOrder orders,
            AdvanceOrder advance,
            AllocateOrder allocateOrder,
            OrderStatusFromShipments follow,
            Timeline timeline,
            ReturnArrivals arrivals,
            ApplicationEventPublisher events,
            BusinessClock clock) {
        this.shipments = shipments;
        this.setParts = setParts;
        this.orders = orders;
        this.advance = advance;
        this.allocateOrder = allocateOrder;
        this.follow = follow;
        this.timeline = timeline;
        this.arrivals = arrivals;
        this.events = events;
        this.clock = clock;
    }

    /** The carrier attempts delivery again; the shipment is in transit again. */
    @Transactional
    public void redeliver(ShipmentNumber shipmentNumber) {
        var shipment = open(shipmentNumber);
        shipment.resolveDeliveryException(clock.instant());
        shipments.saveAndFlush(shipment);
        addToTimeline(shipment, "REDELIVERY", BilingualText.of("timeline.redelivery-arranged", shipmentNumber));
        follow.follow(List.of(shipment));
    }

    /** Ships the goods again in a new shipment. */
    @Transactional
    public void reship(ShipmentNumber shipmentNumber) {
        var shipment = open(shipmentNumber);
        var before = shipped(shipment);
        markReturned(shipment);
        less(before, shipped(shipment)).forEach(advance::reopen);
        addToTimeline(shipment, "RESEND", BilingualText.of("timeline.shipped-again", shipmentNumber));
        allocateWithTheRest(shipment.orderNumbers());
        follow.follow(List.of(shipment));
    }

    /** Where the rest of an order has its stock or waits for it, its shipments now need more than they were granted. */
    private void allocateWithTheRest(Collection<OrderNumber> numbers) {
        var waiting = orders.all(numbers).stream()
                .filter(order -> PREPARED.contains(order.progress()))
                .map(Order::number)
                .toList();
        if (!waiting.isEmpty()) {
            allocateOrder.allocate(waiting);
            events.publishEvent(new OrderSignal(OrderSignal.Kind.CHANGED, waiting));
        }
    }

    /** The customer neither receives nor pays for the goods. */
    @Transactional
    public void writeOff(ShipmentNumber shipmentNumber) {
        var shipment = open(shipmentNumber);
        var before = shipped(shipment);
        markReturned(shipment);
        addToTimeline(shipment, "RETURNED", BilingualText.of("timeline.returned", shipmentNumber));
        less(before, shipped(shipment)).forEach((order, back) -> {
            advance.takeBack(order, back);
            events.publishEvent(new OrderReturned(order));
        });
        follow.follow(List.of(shipment));
    }

    /** It may have been delivered since the task was opened. */
    private Shipment open(ShipmentNumber shipmentNumber) {
        var shipment = shipments.findById(shipmentNumber).orElseThrow();
        if (shipment.status().ended()) {
            throw Refusal.conflict("shipment.decide.too-late", shipmentNumber, shipment.status());
        }
        return shipment;
    }

    private void markReturned(Shipment shipment) {
        var lost = shipment.deliveryException() == TrackingEvent.Kind.LOST;
        shipment.markReturned(clock.instant());
        shipments.saveAndFlush(shipment);
        if (!lost) {
            arrivals.expect(shipment);
        }
    }

    /** Shipped pieces of the shipment's orders, by order and line. */
    private Map<OrderNumber, Map<Integer, Shipped>> shipped(Shipment shipment) {
        var result = new LinkedHashMap<OrderNumber, Map<Integer, Shipped>>();
        for (var order : orders.all(shipment.orderNumbers())) {
            var packed = setParts.packed(order.number(), shipments.ofOrders(List.of(order.number())));
            var lines = new LinkedHashMap<Integer, Shipped>();
            for (var line : packed.lines()) {
                var ordered = order.lines().get(line - 1);
                lines.put(line, Shipped.of(packed.whole(line), packed.begun(line), ordered.shipped(), ordered.open()));
            }
            result.put(order.number(), lines);
        }
        return result;
    }

    private static Map<OrderNumber, List<Pieces>> less(
            Map<OrderNumber, Map<Integer, Shipped>> before, Map<OrderNumber, Map<Integer, Shipped>> after) {
        var result = new LinkedHashMap<OrderNumber, List<Pieces>>();
        before.forEach((order, lines) -> {
            var left = after.getOrDefault(order, Map.of());
            result.put(
                    order,
                    lines.entrySet().stream()
                            .map(l -> new Pieces(
                                    l.getKey(), l.getValue().less(left.getOrDefault(l.getKey(), l.getValue()))))
                            .filter(p -> p.quantity() > 0)
                            .toList());
        });
        return result;
    }

    /** @param counted pieces counted as shipped: complete ones, and partly shipped sets whose rest was cancelled */
    private record Shipped(int whole, int begun, int counted) {
        static Shipped of(int whole, int begun, int shipped, int open) {
            var incomplete = open > 0 ? 0 : Math.max(0, Math.min(shipped, begun) - whole);
            return new Shipped(whole, begun, whole + incomplete);
        }

        /** Pieces that no longer count as shipped, compared with the new state. */
        int less(Shipped left) {
            return Math.max(whole - left.whole, counted - left.begun);
        }
    }

    private void addToTimeline(Shipment shipment, String event, BilingualText text) {
        timeline.add(shipment.orderNumbers().stream()
                .map(o -> new Timeline.Entry(o, event, text, "system"))
                .toList());
    }
}

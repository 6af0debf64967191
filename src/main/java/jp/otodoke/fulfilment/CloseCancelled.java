package jp.otodoke.fulfilment;

import java.util.List;
import java.util.Objects;
import jp.otodoke.orders.AdvanceOrder;
import jp.otodoke.orders.CancelOrder;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.OrderStatus;
import jp.otodoke.orders.Timeline;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The warehouse will not send a parcel: the order that wanted it is cancelled, the others that would have
 * travelled along are made ready anew.
 */
@Component
public class CloseCancelled {
    private final Shipments shipments;
    private final FindOrder orders;
    private final CancelOrder cancelOrder;
    private final AdvanceOrder advance;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;

    CloseCancelled(
            Shipments shipments,
            FindOrder orders,
            CancelOrder cancelOrder,
            AdvanceOrder advance,
            Timeline timeline,
            ApplicationEventPublisher events) {
        this.shipments = shipments;
        this.orders = orders;
        this.cancelOrder = cancelOrder;
        this.advance = advance;
        this.timeline = timeline;
        this.events = events;
    }

    @Transactional
    public void close(String shipmentNumber) {
        var shipment = shipments.findById(shipmentNumber).orElseThrow();
        for (var number : shipment.orderNumbers()) {
            if (number.equals(shipment.cancelByOrder())) {
                giveUp(number, Objects.requireNonNullElse(shipment.cancelReason(), ""));
            } else {
                anew(number);
            }
        }
    }

    /** An order with another parcel still at the warehouse waits for that one's answer too. */
    private void giveUp(String number, String reason) {
        var pending = parcels(number).stream().anyMatch(s -> s.status().atTheWarehouse());
        if (!pending) {
            cancelOrder.cancel(number, reason, "system");
            if (orders.get(number).progress() == OrderStatus.CANCELLED) {
                events.publishEvent(new OrderNews(OrderNews.Kind.CANCEL, List.of(number)));
            } else {
                shippedPartly(number);
            }
        }
    }

    private void shippedPartly(String number) {
        var underway = parcels(number).stream().anyMatch(s -> s.status().underway());
        advance.reach(List.of(number), underway ? OrderStatus.SHIPPED : OrderStatus.DELIVERED);
        if (!underway) {
            events.publishEvent(new OrderNews(OrderNews.Kind.SHIPMENTS_OVER, List.of(number)));
        }
    }

    private void anew(String number) {
        timeline.add(number, "SHIPMENT_CANCELLED", "同じ箱の出荷が取り消されたため、改めて出荷します", "system");
        var others = parcels(number).stream().anyMatch(s -> s.status().atTheWarehouse());
        if (!others) {
            events.publishEvent(new OrderNews(OrderNews.Kind.SHIPMENTS_OVER, List.of(number)));
        }
    }

    private List<Shipment> parcels(String number) {
        return shipments.ofOrders(List.of(number)).stream()
                .filter(s -> s.status() != ShipmentStatus.CANCELLED)
                .toList();
    }
}

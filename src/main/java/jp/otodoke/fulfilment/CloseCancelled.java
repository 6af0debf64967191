package jp.otodoke.fulfilment;

import java.util.List;
import java.util.Objects;
import jp.otodoke.orders.CancelReason;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.Timeline;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.ShipmentNumber;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Closes a shipment that the warehouse will not send: cancels the orders that requested it, and makes the other
 * orders in it ready to ship again.
 */
@Component
public class CloseCancelled {
    private final Shipments shipments;
    private final FindOrder orders;
    private final CancelOpenLines cancelOpenLines;
    private final CollectByAnotherShipment collectByAnother;
    private final OrderStatusFromShipments follow;
    private final AllocateOrder allocateOrder;
    private final Timeline timeline;

    CloseCancelled(
            Shipments shipments,
            FindOrder orders,
            CancelOpenLines cancelOpenLines,
            CollectByAnotherShipment collectByAnother,
            OrderStatusFromShipments follow,
            AllocateOrder allocateOrder,
            Timeline timeline) {
        this.shipments = shipments;
        this.orders = orders;
        this.cancelOpenLines = cancelOpenLines;
        this.collectByAnother = collectByAnother;
        this.follow = follow;
        this.allocateOrder = allocateOrder;
        this.timeline = timeline;
    }

    /** If an order has another shipment still at the warehouse, it also waits for the answer on that one. */
    @Transactional
    public void close(ShipmentNumber shipmentNumber) {
        var shipment = shipments.findById(shipmentNumber).orElseThrow();
        var unwanted = shipment.cancelledForOrders();
        for (var number : shipment.orderNumbers()) {
            if (unwanted.contains(number)) {
                cancelOpenLines.cancel(
                        number,
                        CancelReason.requested(Objects.requireNonNullElse(shipment.cancelReason(), "")),
                        "system");
            } else {
                if (shipment.resultFinal() || isWanted(shipment, number)) {
                    timeline.add(
                            number,
                            "SHIPMENT_CANCELLED",
                            BilingualText.of(
                                    shipment.resultFinal()
                                            ? "timeline.nothing-shipped"
                                            : unwanted.isEmpty()
                                                    ? "timeline.shipment-withdrawn"
                                                    : "timeline.cancelled-with-another-order"),
                            "system");
                }
                follow.orders(List.of(number));
                allocateOrder.planAgain(number);
            }
            collectByAnother.ended(number);
        }
    }

    /** Whether the order still wants any of its goods in the shipment; what staff have cancelled with it is not sent again. */
    private boolean isWanted(Shipment shipment, OrderNumber number) {
        var lines = orders.get(number).lines();
        return shipment.lines().stream()
                .filter(line -> line.isGoods() && line.orderNumber().equals(number))
                .anyMatch(line -> lines.get(line.orderLineNo() - 1).open() > 0);
    }
}

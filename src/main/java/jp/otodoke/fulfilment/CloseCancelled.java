package jp.otodoke.fulfilment;

import java.util.List;
import java.util.Objects;
import jp.otodoke.orders.CancelReason;
import jp.otodoke.orders.Timeline;
import jp.otodoke.shared.BilingualText;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The warehouse will not send a parcel: the order that wanted it is cancelled, the others that would have
 * travelled along are made ready anew.
 */
@Component
public class CloseCancelled {
    private final Shipments shipments;
    private final CancelOpenLines cancelOpenLines;
    private final OrderStatusFromShipments follow;
    private final Timeline timeline;

    CloseCancelled(
            Shipments shipments, CancelOpenLines cancelOpenLines, OrderStatusFromShipments follow, Timeline timeline) {
        this.shipments = shipments;
        this.cancelOpenLines = cancelOpenLines;
        this.follow = follow;
        this.timeline = timeline;
    }

    /** An order with another parcel still at the warehouse waits for that one's answer too. */
    @Transactional
    public void close(String shipmentNumber) {
        var shipment = shipments.findById(shipmentNumber).orElseThrow();
        var unwanted = shipment.cancelledForOrders();
        for (var number : shipment.orderNumbers()) {
            if (unwanted.contains(number)) {
                cancelOpenLines.cancel(
                        number,
                        CancelReason.requested(Objects.requireNonNullElse(shipment.cancelReason(), "")),
                        "system");
            } else {
                timeline.add(
                        number,
                        "SHIPMENT_CANCELLED",
                        BilingualText.of("timeline.cancelled-with-another-order"),
                        "system");
                follow.orders(List.of(number));
            }
        }
    }
}

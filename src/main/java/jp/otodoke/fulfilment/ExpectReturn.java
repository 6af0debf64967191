package jp.otodoke.fulfilment;

import jp.otodoke.shared.OrderNumber;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Expects the goods of an order that have left the warehouse to come back; their arrival becomes a task. */
@Component
public class ExpectReturn {
    private final FindShipment shipments;
    private final ReturnArrivals arrivals;

    ExpectReturn(FindShipment shipments, ReturnArrivals arrivals) {
        this.shipments = shipments;
        this.arrivals = arrivals;
    }

    @Transactional
    public void of(OrderNumber orderNumber) {
        shipments.ofOrder(orderNumber).stream()
                .filter(shipment -> shipment.status().underway() || shipment.status() == ShipmentStatus.DELIVERED)
                .forEach(arrivals::expect);
    }
}

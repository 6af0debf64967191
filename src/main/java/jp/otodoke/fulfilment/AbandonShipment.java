package jp.otodoke.fulfilment;

import jp.otodoke.orders.CancelReason;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.ShipmentNumber;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Cancels a shipment that the warehouse rejected and staff gave up, together with its orders. */
@Component
public class AbandonShipment {
    private final Shipments shipments;
    private final CancelOpenLines cancelOpenLines;
    private final CollectByAnotherShipment collectByAnother;
    private final BusinessClock clock;

    AbandonShipment(
            Shipments shipments,
            CancelOpenLines cancelOpenLines,
            CollectByAnotherShipment collectByAnother,
            BusinessClock clock) {
        this.shipments = shipments;
        this.cancelOpenLines = cancelOpenLines;
        this.collectByAnother = collectByAnother;
        this.clock = clock;
    }

    /** @throws Refusal if it has left the warehouse meanwhile (conflict) */
    @Transactional
    public void drop(ShipmentNumber shipmentNumber) {
        var shipment = shipments.findById(shipmentNumber).orElseThrow();
        if (!shipment.status().atTheWarehouse()) {
            throw Refusal.conflict("shipment.decide.too-late", shipmentNumber, shipment.status());
        }
        shipment.cancelAnswered(CancelResult.CANCELLED, clock.instant());
        shipments.saveAndFlush(shipment);
        for (var order : shipment.orderNumbers()) {
            cancelOpenLines.cancel(
                    order,
                    new CancelReason(
                            CancelReason.Cause.UNDELIVERABLE,
                            BilingualText.of("cancel.reason.warehouse-refused", shipment.rejectText())),
                    "staff");
            collectByAnother.ended(order);
        }
    }
}

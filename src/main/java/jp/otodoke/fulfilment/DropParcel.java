package jp.otodoke.fulfilment;

import jp.otodoke.orders.CancelReason;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.Words;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The warehouse refused a parcel and staff give it up, with the orders in it. */
@Component
public class DropParcel {
    private final Shipments shipments;
    private final CancelOpen cancelOpen;
    private final BusinessClock clock;

    DropParcel(Shipments shipments, CancelOpen cancelOpen, BusinessClock clock) {
        this.shipments = shipments;
        this.cancelOpen = cancelOpen;
        this.clock = clock;
    }

    @Transactional
    public void drop(String shipmentNumber) {
        var shipment = shipments.findById(shipmentNumber).orElseThrow();
        shipment.cancelAnswered(CancelResult.CANCELLED, clock.instant());
        shipments.saveAndFlush(shipment);
        for (var order : shipment.orderNumbers()) {
            cancelOpen.cancel(
                    order,
                    new CancelReason(
                            CancelReason.Cause.UNDELIVERABLE,
                            Words.of("cancel.reason.warehouse-refused", shipment.rejectText())),
                    "staff");
        }
    }
}

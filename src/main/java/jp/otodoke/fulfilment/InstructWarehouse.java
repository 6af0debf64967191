package jp.otodoke.fulfilment;

import jp.otodoke.shared.BusinessClock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells the warehouse to ship a parcel; a repetition is a new revision of the same number. */
@Component
public class InstructWarehouse {
    private final Shipments shipments;
    private final ApplicationEventPublisher events;
    private final BusinessClock clock;

    InstructWarehouse(Shipments shipments, ApplicationEventPublisher events, BusinessClock clock) {
        this.shipments = shipments;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    public void instruct(String shipmentNumber) {
        var shipment = shipments.findById(shipmentNumber).orElseThrow();
        shipment.instruct(clock.instant());
        shipments.save(shipment);
        events.publishEvent(new InstructionReady(shipmentNumber, shipment.revision()));
    }
}

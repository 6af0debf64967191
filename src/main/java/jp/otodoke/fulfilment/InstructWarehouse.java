package jp.otodoke.fulfilment;

import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.ShipmentNumber;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Instructs the warehouse to ship; repeating it sends a new revision of the same instruction. */
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
    public void instruct(ShipmentNumber shipmentNumber) {
        var shipment = shipments.findById(shipmentNumber).orElseThrow();
        shipment.instruct(clock.instant());
        shipments.save(shipment);
        events.publishEvent(new InstructionReady(shipmentNumber, shipment.revision(), shipment.warehouse()));
    }
}

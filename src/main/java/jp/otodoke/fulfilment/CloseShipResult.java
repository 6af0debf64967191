package jp.otodoke.fulfilment;

import java.util.List;
import java.util.Set;
import jp.otodoke.orders.Timeline;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.ShipmentNumber;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Closes the result of a shipment of which the warehouse never sends the final one: nothing more will be shipped. */
@Component
class CloseShipResult {
    private final Shipments shipments;
    private final ShortShipments shortShipments;
    private final Parcels parcels;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;
    private final BusinessClock clock;

    CloseShipResult(
            Shipments shipments,
            ShortShipments shortShipments,
            Parcels parcels,
            Timeline timeline,
            ApplicationEventPublisher events,
            BusinessClock clock) {
        this.shipments = shipments;
        this.shortShipments = shortShipments;
        this.parcels = parcels;
        this.timeline = timeline;
        this.events = events;
        this.clock = clock;
    }

    void close(ShipmentNumber number) {
        var shipment = shipments.findById(number).orElseThrow();
        shipment.closeResult(clock.instant());
        shipments.saveAndFlush(shipment);
        timeline.add(shipment.orderNumbers().stream()
                .map(order -> new Timeline.Entry(
                        order, "RESULT_CLOSED", BilingualText.of("timeline.result-closed", number), "staff"))
                .toList());
        events.publishEvent(new ShipmentSignal(ShipmentSignal.Kind.RESULT_CLOSED, List.of(number)));
        shortShipments.askAbout(shipment);
        parcels.evaluate(Set.of(shipment));
    }
}

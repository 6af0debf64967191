package jp.otodoke.fulfilment;

import java.util.List;
import jp.otodoke.orders.Timeline;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.ShipmentNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Assigns a tracking number, and with it the carrier's events, to a shipment whose ship result does not name it. */
@Component
class AssignTrackingNumber {
    private final JdbcClient jdbc;
    private final Shipments shipments;
    private final Parcels parcels;
    private final Timeline timeline;

    AssignTrackingNumber(JdbcClient jdbc, Shipments shipments, Parcels parcels, Timeline timeline) {
        this.jdbc = jdbc;
        this.shipments = shipments;
        this.parcels = parcels;
        this.timeline = timeline;
    }

    /**
     * @param wrong the number that the ship result named by mistake and that no carrier knows; empty if this is a further
     *     parcel
     * @throws InvalidInput if there is no such shipment, or the wrong number is none of it
     * @throws Refusal if it is not in transit, or the wrong number has events of its own (conflict)
     */
    @Transactional
    public void assign(String trackingNumber, ShipmentNumber to, String wrong, String by) {
        parcels.reserve(List.of(trackingNumber));
        var shipment = shipments
                .findById(to)
                .orElseThrow(() -> new InvalidInput(
                        "shipmentNumber", "unknown", BilingualText.of("shipment.tracking.unknown", to)));
        if (!shipment.status().underway()) {
            throw Refusal.conflict(
                    "shipment.tracking.not-underway",
                    shipment.number(),
                    BilingualText.named("status.shipment", shipment.status().name()));
        }
        if (!wrong.isEmpty()) {
            shipment.renumber(removed(wrong, shipment), trackingNumber);
        }
        parcels.add(trackingNumber, shipment);
        shipments.saveAndFlush(shipment);
        timeline.add(shipment.orderNumbers().stream()
                .map(order -> new Timeline.Entry(
                        order,
                        "TRACKING_ASSIGNED",
                        BilingualText.of("timeline.tracking-assigned", trackingNumber, shipment.number()),
                        by))
                .toList());
        parcels.evaluate(List.of(trackingNumber));
    }

    /** @return the number as the ship result wrote it */
    private String removed(String wrong, Shipment shipment) {
        var moved = jdbc.sql(
                        """
                        select exists (select 1 from fulfilment_parcel_event_view
                                        where tracking_key = tracking_key(:wrong) and shipment_number = :shipment)""")
                .param("wrong", wrong)
                .param("shipment", shipment.number().value())
                .query(Boolean.class)
                .single();
        if (moved) {
            throw Refusal.conflict("shipment.tracking.known-to-carrier", wrong);
        }
        return jdbc.sql(
                        """
                        delete from parcel where tracking_key = tracking_key(:wrong) and shipment_number = :shipment
                        returning tracking_number""")
                .param("wrong", wrong)
                .param("shipment", shipment.number().value())
                .query(String.class)
                .optional()
                .orElseThrow(() -> new InvalidInput(
                        "wrongTrackingNumber",
                        "unknown",
                        BilingualText.of("shipment.tracking.not-of-it", wrong, shipment.number())));
    }
}

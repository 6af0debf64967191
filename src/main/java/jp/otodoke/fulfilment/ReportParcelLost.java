package jp.otodoke.fulfilment;

import java.util.List;
import jp.otodoke.fulfilment.TrackingEvent.Kind;
import jp.otodoke.orders.Timeline;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.ShipmentNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Records that a parcel is lost, as staff learned from the carrier. It counts as an event reported now: later
 * events may change the state, earlier ones do not, and a delivered parcel stays delivered.
 */
@Component
public class ReportParcelLost {
    private final JdbcClient jdbc;
    private final Shipments shipments;
    private final RecordTracking tracking;
    private final Timeline timeline;
    private final BusinessClock clock;

    ReportParcelLost(
            JdbcClient jdbc, Shipments shipments, RecordTracking tracking, Timeline timeline, BusinessClock clock) {
        this.jdbc = jdbc;
        this.shipments = shipments;
        this.tracking = tracking;
        this.timeline = timeline;
        this.clock = clock;
    }

    @Transactional
    public void report(ShipmentNumber shipmentNumber) {
        var now = clock.instant();
        var events = waybills(shipmentNumber).stream()
                .map(waybill -> new TrackingEvent(waybill, Kind.LOST, now, ""))
                .toList();
        timeline.add(shipments.findById(shipmentNumber).orElseThrow().orderNumbers().stream()
                .map(order -> new Timeline.Entry(
                        order, "REPORTED_LOST", BilingualText.of("timeline.lost", shipmentNumber), "staff"))
                .toList());
        tracking.record(events);
    }

    private List<String> waybills(ShipmentNumber shipmentNumber) {
        return jdbc.sql("select tracking_number from parcel where shipment_number = ? order by 1")
                .param(shipmentNumber.value())
                .query(String.class)
                .list();
    }
}

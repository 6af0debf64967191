package jp.otodoke.fulfilment;

import java.util.List;
import jp.otodoke.fulfilment.TrackingEvent.Kind;
import jp.otodoke.orders.Timeline;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Staff learned by asking that a parcel is lost. It counts as if the carrier had reported it now: whatever is reported later
 * goes on from there, what was reported before does not undo it, and what was delivered stays so.
 */
@Component
public class ReportLost {
    private final JdbcClient jdbc;
    private final Shipments shipments;
    private final RecordTracking tracking;
    private final Timeline timeline;
    private final BusinessClock clock;

    ReportLost(JdbcClient jdbc, Shipments shipments, RecordTracking tracking, Timeline timeline, BusinessClock clock) {
        this.jdbc = jdbc;
        this.shipments = shipments;
        this.tracking = tracking;
        this.timeline = timeline;
        this.clock = clock;
    }

    @Transactional
    public void report(String shipmentNumber) {
        var now = clock.instant();
        var events = waybills(shipmentNumber).stream()
                .map(waybill -> new TrackingEvent(waybill, Kind.LOST, now, ""))
                .toList();
        timeline.add(shipments.findById(shipmentNumber).orElseThrow().orderNumbers().stream()
                .map(order ->
                        new Timeline.Entry(order, "REPORTED_LOST", Words.of("timeline.lost", shipmentNumber), "staff"))
                .toList());
        tracking.record(events);
    }

    private List<String> waybills(String shipmentNumber) {
        return jdbc.sql("select tracking_number from parcel where shipment_number = ? order by 1")
                .param(shipmentNumber)
                .query(String.class)
                .list();
    }
}

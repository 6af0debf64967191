package jp.otodoke.fulfilment.bulk;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import jp.otodoke.platform.data.BulkRows;
import jp.otodoke.platform.data.BulkWriter;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes past shipments in bulk. */
@Component
@Profile("demo & !production")
public class BulkShipments implements BulkWriter {
    private final JdbcTemplate jdbc;

    BulkShipments(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, ToIntFunction<BulkRows>> targets() {
        return Map.of(
                "shipments.shipments", this::shipments,
                "shipments.lines", this::lines,
                "shipments.parcels", this::parcels,
                "shipments.results", this::results,
                "shipments.trackingEvents", this::trackingEvents,
                "shipments.age", this::age);
    }

    @Override
    public List<String> largeTables() {
        return List.of("shipment", "shipment_line", "parcel", "shipment_result", "tracking_event");
    }

    /** Inserts shipments. */
    private int shipments(BulkRows rows) {
        return jdbc.update("insert into shipment (%s) %s".formatted(rows.columns(), rows.query()));
    }

    /** Inserts shipment lines. */
    private int lines(BulkRows rows) {
        return jdbc.update("insert into shipment_line (%s) %s".formatted(rows.columns(), rows.query()));
    }

    /** Inserts parcels. */
    private int parcels(BulkRows rows) {
        return jdbc.update("insert into parcel (%s) %s".formatted(rows.columns(), rows.query()));
    }

    /** Inserts ship results. */
    private int results(BulkRows rows) {
        return jdbc.update("insert into shipment_result (%s) %s".formatted(rows.columns(), rows.query()));
    }

    /** Inserts tracking events. */
    private int trackingEvents(BulkRows rows) {
        return jdbc.update("insert into tracking_event (%s) %s".formatted(rows.columns(), rows.query()));
    }

    /**
     * Moves the current step of shipments under way into the past.
     *
     * @param rows shipment_number and age (an interval)
     */
    private int age(BulkRows rows) {
        return jdbc.update(
                """
                update shipment s set status_since = s.status_since - older.age from (%s) older (%s)
                 where older.shipment_number = s.shipment_number"""
                        .formatted(rows.query(), rows.columns()));
    }

    /** Sets the planned ship date of what is planned of these orders. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void shipOn(LocalDate day, Collection<String> orders) {
        jdbc.update(
                "update planned_shipment set ship_date = ? where order_number = any(?)",
                day,
                orders.toArray(String[]::new));
    }

    /** Makes the next shipment take the number after this one. */
    @Override
    public void finish() {
        jdbc.queryForObject(
                "select setval('shipment_number_seq', (select substr(max(number), 2)::bigint from (select max(shipment_number) as number from shipment"
                        + " union all select max(shipment_number) from planned_shipment"
                        + " union all select max(shipment_number) from cancelled_plan) used))",
                Long.class);
        jdbc.execute("analyze shipment, shipment_line, parcel, shipment_result, tracking_event");
    }
}

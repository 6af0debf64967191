package jp.otodoke.fulfilment.bulk;

import java.util.List;
import jp.otodoke.platform.data.BulkRows;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes past shipments in bulk.
 *
 * <p>Each method returns the number of rows written.
 */
@Component
@Profile("demo & !production")
public class BulkShipments {
    private final JdbcTemplate jdbc;

    BulkShipments(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Tables whose indexes should be dropped while millions of rows are written. */
    public List<String> tables() {
        return List.of("shipment", "shipment_line", "parcel", "shipment_result", "tracking_event");
    }

    /** Inserts shipments. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int shipments(BulkRows rows) {
        return jdbc.update("insert into shipment (%s) %s".formatted(rows.columns(), rows.query()));
    }

    /** Inserts shipment lines. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int lines(BulkRows rows) {
        return jdbc.update("insert into shipment_line (%s) %s".formatted(rows.columns(), rows.query()));
    }

    /** Inserts parcels. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int parcels(BulkRows rows) {
        return jdbc.update("insert into parcel (%s) %s".formatted(rows.columns(), rows.query()));
    }

    /** Inserts ship results. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int results(BulkRows rows) {
        return jdbc.update("insert into shipment_result (%s) %s".formatted(rows.columns(), rows.query()));
    }

    /** Inserts tracking events. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int trackingEvents(BulkRows rows) {
        return jdbc.update("insert into tracking_event (%s) %s".formatted(rows.columns(), rows.query()));
    }

    /**
     * Moves the current step of shipments under way into the past.
     *
     * @param rows shipment_number and age (an interval)
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int age(BulkRows rows) {
        return jdbc.update(
                """
                update shipment s set status_since = s.status_since - older.age from (%s) older (%s)
                 where older.shipment_number = s.shipment_number"""
                        .formatted(rows.query(), rows.columns()));
    }

    /** Makes the next shipment take the number after this one. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void finish(long lastNumber) {
        jdbc.queryForObject("select setval('shipment_number_seq', ?)", Long.class, lastNumber);
        jdbc.execute("analyze shipment, shipment_line, parcel, shipment_result, tracking_event");
    }
}

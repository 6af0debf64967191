package jp.otodoke.orders.bulk;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import jp.otodoke.platform.data.BulkRows;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes past orders in bulk.
 *
 * <p>Each method returns the number of rows written.
 */
@Component
@Profile("demo & !production")
public class BulkOrders {
    private final JdbcTemplate jdbc;

    BulkOrders(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Tables whose indexes should be dropped while millions of rows are written. */
    public List<String> tables() {
        return List.of("orders", "order_destination", "order_line", "order_event");
    }

    /** Inserts orders. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int orders(BulkRows rows) {
        return jdbc.update("insert into orders (%s) %s".formatted(rows.columns(), rows.query()));
    }

    /** Inserts order destinations. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int destinations(BulkRows rows) {
        return jdbc.update("insert into order_destination (%s) %s".formatted(rows.columns(), rows.query()));
    }

    /** Inserts order lines. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int lines(BulkRows rows) {
        return jdbc.update("insert into order_line (%s) %s".formatted(rows.columns(), rows.query()));
    }

    /** Inserts timeline entries. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int events(BulkRows rows) {
        return jdbc.update("insert into order_event (%s) %s".formatted(rows.columns(), rows.query()));
    }

    /**
     * Moves the receipt of open orders into the past.
     *
     * @param rows order_number and age (an interval)
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int age(BulkRows rows) {
        jdbc.execute("alter table order_event disable trigger order_event_append_only");
        jdbc.update(
                """
                update order_event e set at = e.at - older.age from (%s) older (%s)
                 where older.order_number = e.order_number and e.event in ('RECEIVED', 'IN_REVIEW', 'PAYMENT_REQUESTED')"""
                        .formatted(rows.query(), rows.columns()));
        jdbc.execute("alter table order_event enable trigger order_event_append_only");
        return jdbc.update(
                """
                update orders o set received_at = o.received_at - older.age, status_since = o.status_since - older.age
                  from (%s) older (%s)
                 where older.order_number = o.order_number and o.status not in ('DISPATCHED', 'SHIPPED', 'DELIVERED')"""
                        .formatted(rows.query(), rows.columns()));
    }

    /** Sets the planned ship date of orders that are ready. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void shipOn(LocalDate day, Collection<String> orders) {
        jdbc.update(
                "update orders set planned_ship_date = ?, version = version + 1 where order_number = any(?)",
                day,
                orders.toArray(String[]::new));
    }

    /** Makes the next order take the number after this one. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void finish(long lastNumber) {
        jdbc.queryForObject("select setval('order_number_seq', ?)", Long.class, lastNumber);
        jdbc.execute("analyze orders, order_destination, order_line, order_event");
    }
}

package jp.otodoke.orders.bulk;

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

/** Writes past orders in bulk. */
@Component
@Profile("demo & !production")
public class BulkOrders implements BulkWriter {
    private final JdbcTemplate jdbc;

    BulkOrders(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, ToIntFunction<BulkRows>> targets() {
        return Map.of(
                "orders.orders", this::orders,
                "orders.destinations", this::destinations,
                "orders.lines", this::lines,
                "orders.events", this::events,
                "orders.age", this::age);
    }

    @Override
    public List<String> largeTables() {
        return List.of("orders", "order_destination", "order_line", "order_event");
    }

    /** Inserts orders. */
    private int orders(BulkRows rows) {
        return jdbc.update("insert into orders (%s) %s".formatted(rows.columns(), rows.query()));
    }

    /** Inserts order destinations. */
    private int destinations(BulkRows rows) {
        return jdbc.update("insert into order_destination (%s) %s".formatted(rows.columns(), rows.query()));
    }

    /** Inserts order lines. */
    private int lines(BulkRows rows) {
        return jdbc.update("insert into order_line (%s) %s".formatted(rows.columns(), rows.query()));
    }

    /** Inserts timeline entries. */
    private int events(BulkRows rows) {
        return jdbc.update("insert into order_event (%s) %s".formatted(rows.columns(), rows.query()));
    }

    /**
     * Moves the receipt of open orders into the past.
     *
     * @param rows order_number and age (an interval)
     */
    private int age(BulkRows rows) {
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
    @Override
    public void finish() {
        jdbc.queryForObject(
                "select setval('order_number_seq', (select substr(max(order_number), 2)::bigint from orders))",
                Long.class);
        jdbc.execute("analyze orders, order_destination, order_line, order_event");
    }
}

package jp.otodoke.fulfilment;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import jp.otodoke.orders.LockOrdersToShip;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.OrderNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Orders of which something is due to ship, except those that fell out of a wave. An order that leaves in several
 * shipments has the ship day of the first; while another part of it waits for stock, its planned shipments tell.
 */
@Component
class DueOrders {
    private static final String DUE =
            """
            (select o.order_number, o.customer_number from orders_order_view o
              where o.progress = 'READY' and not o.on_hold and o.planned_ship_date <= :today and %1$s
             union
             select o.order_number, o.customer_number
               from planned_shipment p join orders_order_view o on o.order_number = p.order_number
              where p.ship_date <= :today and not o.on_hold and o.progress = 'AWAITING_STOCK' and %1$s) due
             where not exists (select 1 from ship_wave_exclusion e where e.order_number = due.order_number)
            """;

    private final JdbcClient jdbc;
    private final LockOrdersToShip lockOrders;

    DueOrders(JdbcClient jdbc, LockOrdersToShip lockOrders) {
        this.jdbc = jdbc;
        this.lockOrders = lockOrders;
    }

    Count count(LocalDate today) {
        return jdbc.sql("select count(*) as orders, count(distinct customer_number) as customers from "
                        + DUE.formatted("true"))
                .param("today", today)
                .query(Count.class)
                .single();
    }

    /** The last customer of each of so many slices that have about as many customers. */
    List<CustomerNumber> slices(LocalDate today, int slices) {
        return jdbc.sql("select max(customer_number) from (select customer_number, ntile(:slices) over (order by"
                        + " customer_number) as slice from (select distinct customer_number from "
                        + DUE.formatted("true") + ") customers) dealt group by slice order by slice")
                .param("today", today)
                .param("slices", slices)
                .query((row, n) -> CustomerNumber.of(row.getString(1)))
                .list();
    }

    /** Customers with due orders, by number. */
    List<CustomerNumber> customers(LocalDate today, Range range, int limit) {
        return jdbc.sql("select distinct customer_number from "
                        + DUE.formatted("o.customer_number > :after"
                                + " and (cast(:to as text) is null or o.customer_number <= :to)")
                        + " order by customer_number limit :limit")
                .param("today", today)
                .param("after", range.after())
                .param("to", range.to())
                .param("limit", limit)
                .query((row, n) -> CustomerNumber.of(row.getString(1)))
                .list();
    }

    /** Locks the due orders of these customers. What is being changed is waited for, and left out if it is not due then. */
    List<OrderNumber> lock(LocalDate today, Collection<CustomerNumber> customers) {
        var locked = new HashSet<>(lockOrders.lock(of(today, customers)));
        return of(today, customers).stream().filter(locked::contains).toList();
    }

    private List<OrderNumber> of(LocalDate today, Collection<CustomerNumber> customers) {
        return jdbc.sql("select order_number from " + DUE.formatted("o.customer_number = any(:customers)")
                        + " order by order_number")
                .param("today", today)
                .param(
                        "customers",
                        customers.stream().map(CustomerNumber::value).toArray(String[]::new))
                .query((row, n) -> OrderNumber.of(row.getString(1)))
                .list();
    }

    /** Locks the order; empty if it is not due. */
    List<OrderNumber> lock(LocalDate today, OrderNumber order) {
        var locked = lockOrders.lock(List.of(order));
        return isDue(today, order) ? locked : List.of();
    }

    private boolean isDue(LocalDate today, OrderNumber order) {
        return jdbc.sql("select exists (select 1 from " + DUE.formatted("o.order_number = :order") + ")")
                .param("today", today)
                .param("order", order.value())
                .query(Boolean.class)
                .single();
    }

    record Count(int orders, int customers) {}

    /**
     * A range of customer numbers.
     *
     * @param after the one before the first; empty for none
     * @param to the last one; null for no bound
     */
    record Range(String after, @Nullable String to) {
        static final Range ALL = new Range("", null);
    }
}

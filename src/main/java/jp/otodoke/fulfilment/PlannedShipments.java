package jp.otodoke.fulfilment;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import jp.otodoke.inventory.Warehouse;
import jp.otodoke.shared.OrderNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The shipments of orders that consist of several, as long as they are planned: each has a ship day of its own, and none
 * while it can't reach its requested delivery date. An order that leaves in one shipment has only its own ship day.
 */
@Component
class PlannedShipments {
    private final JdbcClient jdbc;

    PlannedShipments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<OrderNumber, Map<ShipmentGroup, Optional<LocalDate>>> of(Collection<OrderNumber> orders) {
        var planned = new TreeMap<OrderNumber, Map<ShipmentGroup, Optional<LocalDate>>>();
        jdbc.sql(
                        """
                        select order_number, dest_no, warehouse, cool_service, ship_date from planned_shipment
                         where order_number = any(:orders)
                        """)
                .param("orders", orders.stream().map(OrderNumber::value).toArray(String[]::new))
                .query(row -> {
                    planned.computeIfAbsent(OrderNumber.of(row.getString("order_number")), order -> new TreeMap<>())
                            .put(
                                    new ShipmentGroup(
                                            row.getInt("dest_no"),
                                            Warehouse.of(row.getString("warehouse")),
                                            CoolService.valueOf(row.getString("cool_service"))),
                                    Optional.ofNullable(row.getObject("ship_date", LocalDate.class)));
                });
        return planned;
    }

    void replace(OrderNumber order, Map<ShipmentGroup, Optional<LocalDate>> planned) {
        clear(List.of(order));
        var groups = planned.entrySet();
        jdbc.sql(
                        """
                        insert into planned_shipment (order_number, dest_no, warehouse, cool_service, ship_date)
                        select :order, p.dest_no, p.warehouse, p.cool_service, cast(p.ship_date as date)
                          from unnest(:destinations::int[], :warehouses::text[], :cool::text[], :days::text[])
                                   p(dest_no, warehouse, cool_service, ship_date)
                        """)
                .param("order", order.value())
                .param(
                        "destinations",
                        groups.stream().map(g -> g.getKey().destination()).toArray(Integer[]::new))
                .param(
                        "warehouses",
                        groups.stream().map(g -> g.getKey().warehouse().code()).toArray(String[]::new))
                .param(
                        "cool",
                        groups.stream().map(g -> g.getKey().cool().name()).toArray(String[]::new))
                .param(
                        "days",
                        groups.stream()
                                .map(g -> Objects.toString(g.getValue().orElse(null), null))
                                .toArray(String[]::new))
                .update();
    }

    void clear(Collection<OrderNumber> orders) {
        jdbc.sql("delete from planned_shipment where order_number = any(:orders)")
                .param("orders", orders.stream().map(OrderNumber::value).toArray(String[]::new))
                .update();
    }

    /** Orders of which something is due to ship, of at most so many customers, longest waiting first. */
    List<OrderNumber> due(LocalDate today, int customers) {
        return jdbc.sql(
                        """
                        with due as (
                            select order_number, customer_number, planned_ship_date as day from orders_order_view
                             where progress = 'READY' and not on_hold and planned_ship_date <= :today
                            union all
                            select o.order_number, o.customer_number, p.ship_date
                              from planned_shipment p join orders_order_view o on o.order_number = p.order_number
                             where p.ship_date <= :today and not o.on_hold and o.progress in ('READY', 'AWAITING_STOCK'))
                        select distinct order_number from due
                         where customer_number in (
                               select customer_number from due
                                group by customer_number order by min(day), customer_number limit :customers)
                        """)
                .param("today", today)
                .param("customers", customers)
                .query((row, n) -> OrderNumber.of(row.getString(1)))
                .list();
    }
}

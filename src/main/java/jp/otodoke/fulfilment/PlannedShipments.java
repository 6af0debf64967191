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
}

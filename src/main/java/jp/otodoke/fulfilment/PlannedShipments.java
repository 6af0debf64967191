package jp.otodoke.fulfilment;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import jp.otodoke.fulfilment.ShipmentPlan.Cancelled;
import jp.otodoke.inventory.Warehouse;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.ShipmentNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The shipments of orders until they are released, and what became of those that never were. */
@Component
class PlannedShipments {
    private final JdbcClient jdbc;
    private final BusinessClock clock;

    PlannedShipments(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Map<OrderNumber, Map<ShipmentGroup, PlannedShipment>> of(Collection<OrderNumber> orders) {
        var planned = new ArrayList<PlannedShipment>();
        jdbc.sql(
                        """
                        select shipment_number, order_number, dest_no, warehouse, cool_service, part, ship_date
                          from planned_shipment where order_number = any(:orders)
                        """)
                .param("orders", texts(orders, OrderNumber::value))
                .query(row -> {
                    planned.add(new PlannedShipment(
                            ShipmentNumber.of(row.getString("shipment_number")),
                            OrderNumber.of(row.getString("order_number")),
                            new ShipmentGroup(
                                    row.getInt("dest_no"),
                                    Warehouse.of(row.getString("warehouse")),
                                    CoolService.valueOf(row.getString("cool_service")),
                                    row.getInt("part")),
                            Optional.ofNullable(row.getObject("ship_date", LocalDate.class))));
                });
        return byOrder(planned);
    }

    static Map<OrderNumber, Map<ShipmentGroup, PlannedShipment>> byOrder(Collection<PlannedShipment> planned) {
        var byOrder = new TreeMap<OrderNumber, Map<ShipmentGroup, PlannedShipment>>();
        planned.forEach(one ->
                byOrder.computeIfAbsent(one.order(), order -> new TreeMap<>()).put(one.group(), one));
        return byOrder;
    }

    Map<ShipmentGroup, PlannedShipment> of(OrderNumber order) {
        return of(List.of(order)).getOrDefault(order, Map.of());
    }

    /** @throws Refusal if the order has no such planned shipment */
    PlannedShipment get(OrderNumber order, ShipmentNumber number) {
        return of(order).values().stream()
                .filter(one -> one.number().equals(number))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("shipment.not-found", number));
    }

    void add(Collection<PlannedShipment> planned) {
        if (planned.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        insert into planned_shipment (shipment_number, order_number, dest_no, warehouse, cool_service, part, ship_date)
                        select p.number, p.order_number, p.dest_no, p.warehouse, p.cool_service, p.part, cast(p.ship_date as date)
                          from unnest(:numbers::text[], :orders::text[], :destinations::int[], :warehouses::text[], :cool::text[],
                                      :parts::int[], :days::text[])
                                   p(number, order_number, dest_no, warehouse, cool_service, part, ship_date)
                        """)
                .param("numbers", texts(planned, p -> p.number().value()))
                .param("orders", texts(planned, p -> p.order().value()))
                .param(
                        "destinations",
                        planned.stream().map(p -> p.group().destination()).toArray(Integer[]::new))
                .param("warehouses", texts(planned, p -> p.group().warehouse().code()))
                .param("cool", texts(planned, p -> p.group().cool().name()))
                .param("parts", planned.stream().map(p -> p.group().part()).toArray(Integer[]::new))
                .param("days", days(planned))
                .update();
    }

    void reschedule(Collection<PlannedShipment> planned) {
        if (planned.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        update planned_shipment s set ship_date = cast(p.ship_date as date)
                          from unnest(:numbers::text[], :days::text[]) p(number, ship_date) where s.shipment_number = p.number
                        """)
                .param("numbers", texts(planned, p -> p.number().value()))
                .param("days", days(planned))
                .update();
    }

    /** They keep their numbers until they are planned anew. */
    void unschedule(OrderNumber order) {
        jdbc.sql("update planned_shipment set ship_date = null where order_number = :order")
                .param("order", order.value())
                .update();
    }

    /** They go on as shipments. */
    void released(Collection<ShipmentNumber> numbers) {
        if (!numbers.isEmpty()) {
            jdbc.sql("delete from planned_shipment where shipment_number = any(:numbers)")
                    .param("numbers", texts(numbers, ShipmentNumber::value))
                    .update();
        }
    }

    /** @param into the numbers that survive, by those that don't */
    void merged(Map<ShipmentNumber, ShipmentNumber> into) {
        if (into.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        with gone as (delete from planned_shipment where shipment_number = any(:merged) returning *)
                        insert into cancelled_plan (shipment_number, order_number, dest_no, warehouse, cool_service, reason, merged_into,
                                                    cancelled_at)
                        select g.shipment_number, g.order_number, g.dest_no, g.warehouse, g.cool_service, 'MERGED', m.survivor, :now
                          from gone g join unnest(:merged::text[], :survivors::text[]) m(merged, survivor) on m.merged = g.shipment_number
                        """)
                .param("merged", texts(into.keySet(), ShipmentNumber::value))
                .param("survivors", texts(into.values(), ShipmentNumber::value))
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    void cancel(Collection<ShipmentNumber> numbers, Cancelled reason) {
        if (!numbers.isEmpty()) {
            cancel("shipment_number = any(:gone)", texts(numbers, ShipmentNumber::value), reason);
        }
    }

    void cancelOf(OrderNumber order, Cancelled reason) {
        cancel("order_number = any(:gone)", new String[] {order.value()}, reason);
    }

    private void cancel(String which, String[] gone, Cancelled reason) {
        jdbc.sql(
                        """
                        with gone as (delete from planned_shipment where %s returning *)
                        insert into cancelled_plan (shipment_number, order_number, dest_no, warehouse, cool_service, reason, cancelled_at)
                        select shipment_number, order_number, dest_no, warehouse, cool_service, :reason, :now from gone
                        """
                                .formatted(which))
                .param("gone", gone)
                .param("reason", reason.name())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    private static String[] days(Collection<PlannedShipment> planned) {
        return planned.stream()
                .map(p -> Objects.toString(p.day().orElse(null), null))
                .toArray(String[]::new);
    }

    private static <T> String[] texts(Collection<T> all, Function<T, String> text) {
        return all.stream().map(text).toArray(String[]::new);
    }
}

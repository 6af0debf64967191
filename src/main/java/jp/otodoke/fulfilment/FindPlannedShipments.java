package jp.otodoke.fulfilment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.otodoke.fulfilment.ShipmentPlan.Awaited;
import jp.otodoke.fulfilment.ShipmentPlan.Cancelled;
import jp.otodoke.inventory.Warehouse;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.ShipmentNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds what is planned as shipments, and what was and never left under its number. */
@Component
public class FindPlannedShipments {
    private static final String PLANS =
            """
            select p.*, d.prefecture,
                   case when p.ship_date is not null or p.reason is not null then null
                        when exists (select 1 from inventory_backorder_view b
                                      where b.order_number = p.order_number
                                        and b.allocation_group = p.dest_no || '/' || p.cool_service || '/' || p.warehouse
                                            || case when p.part = 1 then '' else '/' || p.part end) then 'STOCK'
                        when exists (select 1 from orders_order_view o
                                      where o.order_number = p.order_number and o.progress in ('AWAITING_STOCK', 'READY')) then 'DATE'
                        else 'PREPARATION' end as awaited
              from (
                select shipment_number, order_number, dest_no, warehouse, cool_service, part, ship_date, null as reason,
                       null as merged_into
                  from planned_shipment where %1$s
                 union all
                select shipment_number, order_number, dest_no, warehouse, cool_service, null, null, reason, merged_into
                  from cancelled_plan where %1$s) p
              join orders_destination_view d on d.order_number = p.order_number and d.dest_no = p.dest_no
             order by reason is not null, shipment_number
            """;

    private final JdbcClient jdbc;
    private final ShippingPolicy policy;

    FindPlannedShipments(JdbcClient jdbc, ShippingPolicy policy) {
        this.jdbc = jdbc;
        this.policy = policy;
    }

    /** Those that are planned come first. */
    @Transactional(readOnly = true)
    public List<ShipmentPlan> ofOrder(OrderNumber order) {
        return jdbc.sql(PLANS.formatted("order_number = :order"))
                .param("order", order.value())
                .query((row, n) -> plan(row))
                .list();
    }

    /** What an order's page and answer name: what is planned, and what left under another number. */
    @Transactional(readOnly = true)
    public List<ShipmentPlan> namedFor(OrderNumber order) {
        return ofOrder(order).stream()
                .filter(plan -> plan.cancelled() == null || plan.cancelled() == Cancelled.MERGED)
                .toList();
    }

    @Transactional(readOnly = true)
    public Optional<ShipmentPlan> find(ShipmentNumber number) {
        return jdbc.sql(PLANS.formatted("shipment_number = :number"))
                .param("number", number.value())
                .query((row, n) -> plan(row))
                .optional();
    }

    /** Those whose numbers begin like this, the latest first. */
    @Transactional(readOnly = true)
    public List<ShipmentPlan> startingWith(String prefix, int limit) {
        return jdbc.sql("select * from (" + PLANS.formatted("shipment_number like :prefix || '%'")
                        + ") found order by shipment_number desc limit :limit")
                .param("prefix", prefix)
                .param("limit", limit)
                .query((row, n) -> plan(row))
                .list();
    }

    private ShipmentPlan plan(ResultSet row) throws SQLException {
        var warehouse = Warehouse.of(row.getString("warehouse"));
        var cool = CoolService.valueOf(row.getString("cool_service"));
        var reason = row.getString("reason");
        var awaited = row.getString("awaited");
        return new ShipmentPlan(
                ShipmentNumber.of(row.getString("shipment_number")),
                OrderNumber.of(row.getString("order_number")),
                row.getInt("dest_no"),
                warehouse.code(),
                policy.carrierShown(warehouse, cool, row.getString("prefecture"))
                        .orElse(null),
                cool,
                row.getObject("ship_date", LocalDate.class),
                awaited == null ? null : Awaited.valueOf(awaited),
                reason == null ? null : Cancelled.valueOf(reason),
                number(row.getString("merged_into")));
    }

    private static @Nullable ShipmentNumber number(@Nullable String text) {
        return text == null ? null : ShipmentNumber.of(text);
    }
}

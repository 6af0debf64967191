package jp.otodoke.fulfilment;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Sku;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The articles of ordered sets whose articles leave in several shipments. */
@Component
class SetParts {
    private final JdbcClient jdbc;

    SetParts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What the shipments of an order contain, and what its sets consist of beyond that. */
    PackedQuantities packed(OrderNumber order, Collection<Shipment> parcels) {
        return PackedQuantities.of(order, parcels, of(List.of(order)).getOrDefault(order, Map.of()));
    }

    /** Units of each article in one set, by order and line. */
    Map<OrderNumber, Map<Integer, Map<Sku, Integer>>> of(Collection<OrderNumber> orders) {
        var parts = new HashMap<OrderNumber, Map<Integer, Map<Sku, Integer>>>();
        jdbc.sql(
                        "select order_number, order_line_no, sku, pieces_per_unit from set_part where order_number = any(:orders)")
                .param("orders", orders.stream().map(OrderNumber::value).toArray(String[]::new))
                .query(row -> {
                    parts.computeIfAbsent(OrderNumber.of(row.getString("order_number")), order -> new HashMap<>())
                            .computeIfAbsent(row.getInt("order_line_no"), line -> new LinkedHashMap<>())
                            .put(Sku.of(row.getString("sku")), row.getInt("pieces_per_unit"));
                });
        return parts;
    }

    /** Those that are known already stay as they are. */
    void add(OrderNumber order, int line, Map<Sku, Integer> parts) {
        jdbc.sql(
                        """
                        insert into set_part (order_number, order_line_no, sku, pieces_per_unit)
                        select :order, :line, p.sku, p.units from unnest(:skus::text[], :units::int[]) p(sku, units)
                         where not exists (select 1 from set_part where order_number = :order and order_line_no = :line)
                        """)
                .param("order", order.value())
                .param("line", line)
                .param("skus", parts.keySet().stream().map(Sku::value).toArray(String[]::new))
                .param("units", parts.values().toArray(Integer[]::new))
                .update();
    }

    void clear(OrderNumber order) {
        jdbc.sql("delete from set_part where order_number = :order")
                .param("order", order.value())
                .update();
    }
}

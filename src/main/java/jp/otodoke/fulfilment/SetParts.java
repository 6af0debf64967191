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

/** The articles of ordered sets, as they were sold. */
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
                        """
                        select l.order_number, l.line_no, a.sku, a.units
                          from orders_line_view l cross join unnest(l.article_skus, l.article_units) a(sku, units)
                         where l.order_number = any(:orders)
                        """)
                .param("orders", orders.stream().map(OrderNumber::value).toArray(String[]::new))
                .query(row -> {
                    parts.computeIfAbsent(OrderNumber.of(row.getString("order_number")), order -> new HashMap<>())
                            .computeIfAbsent(row.getInt("line_no"), line -> new LinkedHashMap<>())
                            .put(Sku.of(row.getString("sku")), row.getInt("units"));
                });
        return parts;
    }
}

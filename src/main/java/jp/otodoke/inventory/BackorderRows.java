package jp.otodoke.inventory;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jp.otodoke.shared.OrderNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of what orders wait for. */
@Component
class BackorderRows {
    private final JdbcClient jdbc;

    BackorderRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The groups of these orders' needs that wait. */
    Map<OrderNumber, Set<String>> groups(Collection<OrderNumber> orderNumbers) {
        var groups = new HashMap<OrderNumber, Set<String>>();
        jdbc.sql("select distinct order_number, allocation_group from backorder where order_number = any(:orders)")
                .param("orders", orderNumbers.stream().map(OrderNumber::value).toArray(String[]::new))
                .query(row -> {
                    groups.computeIfAbsent(OrderNumber.of(row.getString("order_number")), order -> new HashSet<>())
                            .add(row.getString("allocation_group"));
                });
        return groups;
    }

    /** What the order waits for. */
    Claims of(OrderNumber orderNumber) {
        var claims = new Claims(new TreeMap<>(), new TreeMap<>(), new HashSet<>());
        jdbc.sql(
                        """
                        select sku, warehouse, quantity, allocation_group, alternatives from backorder
                         where order_number = :order
                        """)
                .param("order", orderNumber.value())
                .query(row -> {
                    var key = StockKey.of(row);
                    long quantity = row.getLong("quantity");
                    claims.pieces().merge(key, quantity, Long::sum);
                    claims.groups().add(row.getString("allocation_group"));
                    for (var other : (String[]) row.getArray("alternatives").getArray()) {
                        claims.elsewhere().merge(new StockKey(key.sku(), Warehouse.of(other)), quantity, Long::sum);
                    }
                });
        return claims;
    }

    void insert(OrderNumber orderNumber, Instant orderedAt, List<Need> needs) {
        Need.bind(
                        jdbc.sql(
                                        """
                        insert into backorder
                               (order_number, line_no, sku, warehouse, allocation_group, quantity, since, alternatives)
                        select :order, n.line_no, n.sku, n.warehouse, n.allocation_group, n.quantity, :since,
                               string_to_array(n.alternatives, ',')
                          from unnest(:lines::int[], :skus::text[], :warehouses::text[], :groups::text[],
                                      :quantities::int[], :alternatives::text[])
                                   n(line_no, sku, warehouse, allocation_group, quantity, alternatives)
                        """)
                                .param("order", orderNumber.value())
                                .param("since", Timestamp.from(orderedAt))
                                .param("groups", needs.stream().map(Need::group).toArray(String[]::new))
                                .param(
                                        "alternatives",
                                        needs.stream()
                                                .map(Need::alternativeCodes)
                                                .toArray(String[]::new)),
                        needs)
                .update();
    }

    void delete(OrderNumber orderNumber, Set<String> groups) {
        jdbc.sql("delete from backorder where order_number = :order and allocation_group = any(:groups)")
                .param("order", orderNumber.value())
                .param("groups", groups.toArray(String[]::new))
                .update();
    }

    void delete(OrderNumber orderNumber) {
        jdbc.sql("delete from backorder where order_number = :order")
                .param("order", orderNumber.value())
                .update();
    }

    /** @param elsewhere the same pieces, where they may be served instead */
    record Claims(Map<StockKey, Long> pieces, Map<StockKey, Long> elsewhere, Set<String> groups) {
        /** Where fewer pieces are claimed than before; what was served there is gone as well, so that it makes no difference. */
        Set<StockKey> noLongerElsewhere(ServedNeeds needs) {
            var now = Need.wanted(needs.served());
            needs.waiting().forEach(need -> need.alternativeKeys()
                    .forEach(key -> now.merge(key, (long) need.quantity(), Long::sum)));
            return elsewhere.entrySet().stream()
                    .filter(claim -> claim.getValue() > now.getOrDefault(claim.getKey(), 0L))
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toSet());
        }
    }
}

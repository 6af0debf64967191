package jp.otodoke.inventory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jp.otodoke.shared.Sku;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the balances of good pieces. A SKU without movements has zero of everything. */
@Component
public class StockLevels {
    private final JdbcClient jdbc;

    StockLevels(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Over all warehouses. */
    @Transactional(readOnly = true)
    public StockLevel of(Sku sku) {
        return of(List.of(sku)).get(0);
    }

    /** Over all warehouses, in the order of the SKUs given. */
    @Transactional(readOnly = true)
    public List<StockLevel> of(Collection<Sku> skus) {
        return levels(skus, null);
    }

    /** In one warehouse, in the order of the SKUs given. */
    @Transactional(readOnly = true)
    public List<StockLevel> in(Warehouse warehouse, Collection<Sku> skus) {
        return levels(skus, warehouse);
    }

    /** In each warehouse that keeps the SKU, expects it or is asked for it. */
    @Transactional(readOnly = true)
    public List<WarehouseLevel> byWarehouse(Sku sku) {
        return byWarehouse(List.of(sku)).getOrDefault(sku, List.of());
    }

    /** As {@link #byWarehouse(Sku)}, for many. */
    @Transactional(readOnly = true)
    public Map<Sku, List<WarehouseLevel>> byWarehouse(Collection<Sku> skus) {
        var levels = new TreeMap<Sku, List<WarehouseLevel>>();
        jdbc.sql(
                        """
                        select sku, warehouse, coalesce(b.on_hand, 0) as on_hand, coalesce(b.allocated, 0) as allocated,
                               coalesce(b.on_hand - b.allocated, 0) as available, coalesce(i.quantity, 0) as incoming
                          from (select * from stock_balance where sku = any(:skus) and condition = 'GOOD') b
                          full join (select * from stock_incoming where sku = any(:skus)) i using (sku, warehouse)
                         order by sku, warehouse
                        """)
                .param("skus", codes(skus))
                .query(row -> {
                    levels.computeIfAbsent(Sku.of(row.getString("sku")), sku -> new ArrayList<>())
                            .add(new WarehouseLevel(
                                    Warehouse.of(row.getString("warehouse")),
                                    row.getLong("on_hand"),
                                    row.getLong("allocated"),
                                    row.getLong("available"),
                                    row.getLong("incoming")));
                });
        return levels;
    }

    /** The warehouses in which good pieces of a SKU lie or have lain. */
    @Transactional(readOnly = true)
    public Map<Sku, SortedSet<Warehouse>> keeping(Collection<Sku> skus) {
        var keeping = new TreeMap<Sku, SortedSet<Warehouse>>();
        jdbc.sql(
                        """
                        select b.sku, b.warehouse from stock_balance b
                         where b.sku = any(:skus) and b.condition = 'GOOD'
                           and exists (select 1 from stock_movement m where m.sku = b.sku and m.warehouse = b.warehouse)
                        """)
                .param("skus", codes(skus))
                .query(row -> {
                    keeping.computeIfAbsent(Sku.of(row.getString("sku")), sku -> new TreeSet<>())
                            .add(Warehouse.of(row.getString("warehouse")));
                });
        return keeping;
    }

    /** Pieces that are not allocated, in each warehouse that has a balance of the SKU. */
    @Transactional(readOnly = true)
    public Map<Sku, Map<Warehouse, Long>> available(Collection<Sku> skus) {
        var available = new TreeMap<Sku, Map<Warehouse, Long>>();
        byWarehouse(skus)
                .forEach((sku, levels) -> available.put(
                        sku,
                        levels.stream()
                                .collect(Collectors.toMap(
                                        WarehouseLevel::warehouse,
                                        WarehouseLevel::available,
                                        Long::sum,
                                        TreeMap::new))));
        return available;
    }

    /**
     * Pieces that orders wait for and may be served with from each warehouse, wherever they wait. Of more than it has free no
     * more is counted than tells so.
     */
    @Transactional(readOnly = true)
    public Map<Warehouse, Long> awaited(Sku sku) {
        var awaited = new TreeMap<Warehouse, Long>();
        jdbc.sql(
                        """
                        select b.warehouse,
                               (select coalesce(sum(w.quantity), 0)
                                  from (select d.quantity from backorder d
                                         where d.sku = b.sku and (d.warehouse = b.warehouse or b.warehouse = any(d.alternatives))
                                         limit greatest(b.on_hand - b.allocated, 0) + 1) w) as pieces
                          from stock_balance b where b.sku = :sku and b.condition = 'GOOD'
                        """)
                .param("sku", sku.value())
                .query(row -> {
                    awaited.put(Warehouse.of(row.getString("warehouse")), row.getLong("pieces"));
                });
        return awaited;
    }

    /** Pieces by condition in one warehouse, of the SKUs of which it has any. */
    Map<Counted, Long> onHand(Warehouse warehouse, Collection<Sku> skus) {
        var onHand = new TreeMap<Counted, Long>();
        jdbc.sql(
                        """
                        select sku, condition, on_hand from stock_balance
                         where warehouse = :warehouse and sku = any(:skus) and on_hand <> 0
                        """)
                .param("warehouse", warehouse.code())
                .param("skus", codes(skus))
                .query(row -> {
                    onHand.put(
                            new Counted(
                                    Sku.of(row.getString("sku")), StockCondition.valueOf(row.getString("condition"))),
                            row.getLong("on_hand"));
                });
        return onHand;
    }

    private List<StockLevel> levels(Collection<Sku> skus, @Nullable Warehouse warehouse) {
        return jdbc.sql(
                        """
                        select s.sku, coalesce(b.on_hand, 0) as on_hand, coalesce(b.allocated, 0) as allocated,
                               coalesce(b.on_hand - b.allocated, 0) as available, coalesce(i.quantity, 0) as incoming
                          from unnest(:skus::text[]) with ordinality s(sku, n)
                          left join (select sku, sum(on_hand)::bigint as on_hand, sum(allocated)::bigint as allocated
                                       from stock_balance
                                      where sku = any(:skus) and condition = 'GOOD'
                                        and (:warehouse::text is null or warehouse = :warehouse) group by sku) b
                               on b.sku = s.sku
                          left join (select sku, sum(quantity)::bigint as quantity from stock_incoming
                                      where sku = any(:skus)
                                        and (:warehouse::text is null or warehouse = :warehouse) group by sku) i
                               on i.sku = s.sku
                         order by s.n
                        """)
                .param("skus", codes(skus))
                .param("warehouse", warehouse == null ? null : warehouse.code())
                .query((row, i) -> level(row))
                .list();
    }

    private static StockLevel level(ResultSet row) throws SQLException {
        return new StockLevel(
                Sku.of(row.getString("sku")),
                row.getLong("on_hand"),
                row.getLong("allocated"),
                row.getLong("available"),
                row.getLong("incoming"));
    }

    private static String[] codes(Collection<Sku> skus) {
        return skus.stream().map(Sku::value).toArray(String[]::new);
    }

    /** What is counted by itself: pieces of a SKU in one condition. */
    record Counted(Sku sku, StockCondition condition) implements Comparable<Counted> {
        @Override
        public int compareTo(Counted other) {
            int bySku = sku.compareTo(other.sku);
            return bySku == 0 ? condition.compareTo(other.condition) : bySku;
        }
    }
}

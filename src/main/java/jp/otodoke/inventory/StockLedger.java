package jp.otodoke.inventory;

import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.Sku;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes movements and maintains balances. A reference moves a SKU once per kind, warehouse and condition. Good pieces that
 * come in go to the orders that wait for them before anybody else can take them.
 */
@Component
class StockLedger {
    private final JdbcClient jdbc;
    private final AllocateBackorders backorders;
    private final BusinessClock clock;

    StockLedger(JdbcClient jdbc, AllocateBackorders backorders, BusinessClock clock) {
        this.jdbc = jdbc;
        this.backorders = backorders;
        this.clock = clock;
    }

    /** The same reference again changes nothing. */
    void move(Sku sku, Warehouse warehouse, StockCondition condition, String kind, int quantity, String reference) {
        var inserted = jdbc.sql(
                        """
                        insert into stock_movement (sku, warehouse, condition, kind, quantity, reference, at)
                        values (:sku, :warehouse, :condition, :kind, :quantity, :reference, :at)
                        on conflict (sku, warehouse, condition, kind, reference) do nothing
                        """)
                .param("sku", sku.value())
                .param("warehouse", warehouse.code())
                .param("condition", condition.name())
                .param("kind", kind)
                .param("quantity", quantity)
                .param("reference", reference)
                .param("at", Timestamp.from(clock.instant()))
                .update();
        if (inserted == 0) {
            return;
        }
        jdbc.sql(
                        """
                        insert into stock_balance (sku, warehouse, condition, on_hand)
                        values (:sku, :warehouse, :condition, :quantity)
                        on conflict (sku, warehouse, condition) do update set on_hand = stock_balance.on_hand + excluded.on_hand
                        """)
                .param("sku", sku.value())
                .param("warehouse", warehouse.code())
                .param("condition", condition.name())
                .param("quantity", quantity)
                .update();
        if (quantity > 0 && condition == StockCondition.GOOD) {
            backorders.allocate(List.of(new StockKey(sku, warehouse)));
        }
    }

    /** Locks balances of any condition; what was never in stock has a balance of zero from then on. */
    Map<CountedStock, Balance> lock(Collection<CountedStock> what) {
        var keys = new TreeSet<>(what);
        var skus = keys.stream().map(key -> key.sku().value()).toArray(String[]::new);
        var warehouses = keys.stream().map(key -> key.warehouse().code()).toArray(String[]::new);
        var conditions = keys.stream().map(key -> key.condition().name()).toArray(String[]::new);
        jdbc.sql(
                        """
                        insert into stock_balance (sku, warehouse, condition)
                        select * from unnest(:skus::text[], :warehouses::text[], :conditions::text[]) order by 1, 2, 3
                        on conflict do nothing
                        """)
                .param("skus", skus)
                .param("warehouses", warehouses)
                .param("conditions", conditions)
                .update();
        return balances(keys, " for update of b");
    }

    /** Balances of any condition as they are; what was never in stock has none. */
    Map<CountedStock, Balance> read(Collection<CountedStock> what) {
        return balances(what, "");
    }

    private Map<CountedStock, Balance> balances(Collection<CountedStock> what, String lock) {
        var balances = new TreeMap<CountedStock, Balance>();
        jdbc.sql(
                        """
                        select b.sku, b.warehouse, b.condition, b.on_hand, b.allocated from stock_balance b
                          join unnest(:skus::text[], :warehouses::text[], :conditions::text[]) k(sku, warehouse, condition)
                               on k.sku = b.sku and k.warehouse = b.warehouse and k.condition = b.condition
                         order by b.sku, b.warehouse, b.condition
                        """
                                + lock)
                .param("skus", what.stream().map(key -> key.sku().value()).toArray(String[]::new))
                .param(
                        "warehouses",
                        what.stream().map(key -> key.warehouse().code()).toArray(String[]::new))
                .param(
                        "conditions",
                        what.stream().map(key -> key.condition().name()).toArray(String[]::new))
                .query(row -> {
                    balances.put(
                            new CountedStock(
                                    Sku.of(row.getString("sku")),
                                    Warehouse.of(row.getString("warehouse")),
                                    StockCondition.valueOf(row.getString("condition"))),
                            new Balance(row.getLong("on_hand"), row.getLong("allocated")));
                });
        return balances;
    }

    /** Adjusts balances that are locked. */
    void adjust(List<Adjustment> adjustments) {
        jdbc.sql(
                        """
                        with a as (
                                 select * from unnest(:skus::text[], :warehouses::text[], :conditions::text[], :pieces::bigint[],
                                                      :references::text[]) a(sku, warehouse, condition, pieces, reference)),
                             moved as (
                                 insert into stock_movement (sku, warehouse, condition, kind, quantity, reference, at)
                                 select sku, warehouse, condition, 'ADJUSTMENT', pieces, reference, :at from a)
                        update stock_balance b set on_hand = b.on_hand + a.pieces from a
                         where b.sku = a.sku and b.warehouse = a.warehouse and b.condition = a.condition
                        """)
                .param(
                        "skus",
                        adjustments.stream().map(a -> a.what().sku().value()).toArray(String[]::new))
                .param(
                        "warehouses",
                        adjustments.stream()
                                .map(a -> a.what().warehouse().code())
                                .toArray(String[]::new))
                .param(
                        "conditions",
                        adjustments.stream()
                                .map(a -> a.what().condition().name())
                                .toArray(String[]::new))
                .param("pieces", adjustments.stream().map(Adjustment::pieces).toArray(Long[]::new))
                .param(
                        "references",
                        adjustments.stream().map(Adjustment::reference).toArray(String[]::new))
                .param("at", Timestamp.from(clock.instant()))
                .update();
        backorders.allocate(adjustments.stream()
                .filter(a -> a.pieces() > 0 && a.what().isGood())
                .map(a -> a.what().key())
                .toList());
    }

    record Balance(long onHand, long allocated) {
        static final Balance NONE = new Balance(0, 0);
    }

    /**
     * @param pieces more, or fewer if negative; one adjustment for each balance
     * @param reference names it for ever
     */
    record Adjustment(CountedStock what, long pieces, String reference) {}
}

package jp.otodoke.inventory;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import jp.otodoke.shared.OrderNumber;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Locks balances of good pieces, always in the order of their keys. Who holds the balance of a SKU in a warehouse is
 * alone with its backorders and allocations, provided that they are read by a later statement: the locking one still sees
 * them as they were before.
 */
final class BalanceLock {
    private BalanceLock() {}

    /**
     * A SKU that was never in stock gets a balance of zero, or whoever begins to wait would miss its first arrival. That
     * happens before anything is locked: a balance that another one opened meanwhile may come first in the order.
     */
    static void lock(JdbcClient jdbc, Collection<StockKey> keys) {
        if (!lockIfAllExist(jdbc, keys)) {
            open(jdbc, keys);
            lockKnown(jdbc, keys);
        }
    }

    private static boolean lockIfAllExist(JdbcClient jdbc, Collection<StockKey> keys) {
        return keys.isEmpty()
                || !jdbc.sql(
                                """
                        with k as materialized (
                            select distinct sku, warehouse from unnest(:skus::text[], :warehouses::text[]) k(sku, warehouse))
                        select b.sku from stock_balance b join k on k.sku = b.sku and k.warehouse = b.warehouse
                         where b.condition = 'GOOD'
                           and not exists (select 1 from k m left join stock_balance e
                                                on e.sku = m.sku and e.warehouse = m.warehouse and e.condition = 'GOOD'
                                            where e.sku is null)
                         order by b.sku, b.warehouse for update of b
                        """)
                        .param("skus", StockKey.skuTexts(keys))
                        .param("warehouses", StockKey.warehouses(keys))
                        .query(String.class)
                        .list()
                        .isEmpty();
    }

    /** Those that have none get a balance of zero. */
    private static void open(JdbcClient jdbc, Collection<StockKey> keys) {
        jdbc.sql(
                        """
                        insert into stock_balance (sku, warehouse)
                        select k.sku, k.warehouse from unnest(:skus::text[], :warehouses::text[]) k(sku, warehouse)
                         order by 1, 2 on conflict do nothing
                        """)
                .param("skus", StockKey.skuTexts(keys))
                .param("warehouses", StockKey.warehouses(keys))
                .update();
    }

    /** Of these, the balances that there are. */
    static Set<StockKey> lockKnown(JdbcClient jdbc, Collection<StockKey> keys) {
        return jdbc.sql(
                        """
                        select b.sku, b.warehouse from stock_balance b
                          join unnest(:skus::text[], :warehouses::text[]) k(sku, warehouse)
                               on k.sku = b.sku and k.warehouse = b.warehouse
                         where b.condition = 'GOOD' order by b.sku, b.warehouse for update of b
                        """)
                .param("skus", StockKey.skuTexts(keys))
                .param("warehouses", StockKey.warehouses(keys))
                .query((row, i) -> StockKey.of(row.getString("sku"), row.getString("warehouse")))
                .set();
    }

    /** Of everything that an order is allocated or waits for, also where it would be served instead. */
    static List<StockKey> lockAllOf(JdbcClient jdbc, OrderNumber orderNumber) {
        var keys = keysOf(jdbc, orderNumber);
        lock(jdbc, keys);
        return keys;
    }

    static List<StockKey> keysOf(JdbcClient jdbc, OrderNumber orderNumber) {
        return jdbc.sql(
                        """
                        select sku, warehouse from stock_allocation where order_number = :order
                        union select sku, unnest(warehouse || alternatives) from backorder where order_number = :order
                        """)
                .param("order", orderNumber.value())
                .query((row, i) -> StockKey.of(row.getString("sku"), row.getString("warehouse")))
                .list();
    }
}

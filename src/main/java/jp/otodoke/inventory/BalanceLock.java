package jp.otodoke.inventory;

import java.util.Collection;
import java.util.List;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Sku;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Locks balances, always in the order of their SKUs. Who holds the balance of a SKU is alone with its backorders and
 * allocations, provided that they are read by a later statement: the locking one still sees them as they were before.
 */
final class BalanceLock {
    private BalanceLock() {}

    /** A SKU that was never in stock gets a balance of zero, or whoever begins to wait would miss its first arrival. */
    static void lock(JdbcClient jdbc, Collection<Sku> skus) {
        if (locked(jdbc, skus) < skus.size()) {
            jdbc.sql("insert into stock_balance (sku) select unnest(:skus::text[]) on conflict do nothing")
                    .param("skus", codes(skus))
                    .update();
            locked(jdbc, skus);
        }
    }

    private static int locked(JdbcClient jdbc, Collection<Sku> skus) {
        return jdbc.sql("select sku from stock_balance where sku = any(:skus) order by sku for update")
                .param("skus", codes(skus))
                .query(String.class)
                .list()
                .size();
    }

    /** Of everything that an order is allocated or waits for. */
    static List<Sku> lockAllOf(JdbcClient jdbc, OrderNumber orderNumber) {
        var skus = skusOf(jdbc, orderNumber);
        lock(jdbc, skus);
        return skus;
    }

    static List<Sku> skusOf(JdbcClient jdbc, OrderNumber orderNumber) {
        return jdbc.sql(
                        """
                        select sku from stock_allocation where order_number = :order
                        union select sku from backorder where order_number = :order
                        """)
                .param("order", orderNumber.value())
                .query((row, i) -> Sku.of(row.getString(1)))
                .list();
    }

    static String[] codes(Collection<Sku> skus) {
        return skus.stream().map(Sku::value).sorted().toArray(String[]::new);
    }
}

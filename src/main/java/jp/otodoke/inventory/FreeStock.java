package jp.otodoke.inventory;

import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is free of articles, after the claims of those that wait already. */
@Component
class FreeStock {
    private final JdbcClient jdbc;

    FreeStock(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is available to these orders: older waiting ones come first. */
    Map<StockKey, Long> to(List<Demand> demands, Map<StockKey, Long> wanted) {
        var youngest = demands.get(demands.size() - 1);
        var free = new TreeMap<StockKey, Long>();
        jdbc.sql(
                        """
                        with balance as (
                            select b.sku, b.warehouse, b.on_hand - b.allocated as free from stock_balance b
                              join unnest(:skus::text[], :warehouses::text[]) k(sku, warehouse)
                                   on k.sku = b.sku and k.warehouse = b.warehouse
                             where b.condition = 'GOOD')
                        select l.sku, l.warehouse, l.free - coalesce((
                                   select sum(d.quantity) from backorder d
                                    where d.sku = l.sku and d.warehouse = l.warehouse
                                      and d.order_number <> all(:orders)
                                      and (d.since, d.order_number) < (:since, :youngest)), 0) as free
                          from balance l
                        """)
                .param("skus", StockKey.skuTexts(wanted.keySet()))
                .param("warehouses", StockKey.warehouses(wanted.keySet()))
                .param("orders", Demand.numbers(demands))
                .param("youngest", youngest.orderNumber().value())
                .param("since", Timestamp.from(youngest.orderedAt()))
                .query(row -> {
                    free.put(StockKey.of(row), row.getLong("free"));
                });
        return free;
    }
}

package jp.otodoke.inventory;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps stock for an order: all of it or nothing, the oldest order first. Whoever finds too little is
 * written down as waiting, and younger orders may only take what the older ones leave.
 */
@Component
public class AllocateStock {
    private final JdbcClient jdbc;

    AllocateStock(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param orderedAt decides who is older
     * @return what is missing per SKU; empty when everything is now kept for the order
     */
    @Transactional
    public Map<String, Long> allocate(String orderNumber, Instant orderedAt, List<Need> needs) {
        if (needs.isEmpty()) {
            return Map.of();
        }
        var wanted = new TreeMap<String, Long>();
        needs.forEach(n -> wanted.merge(n.sku(), (long) n.quantity(), Long::sum));
        giveUp(orderNumber);
        var free = free(orderNumber, orderedAt, wanted);
        var missing = new TreeMap<String, Long>();
        wanted.forEach((sku, quantity) -> {
            var available = free.getOrDefault(sku, 0L);
            if (available < quantity) {
                missing.put(sku, quantity - Math.max(0, available));
            }
        });
        forgetDemand(orderNumber);
        if (missing.isEmpty()) {
            keep(orderNumber, needs, wanted);
        } else {
            demand(orderNumber, orderedAt, wanted);
        }
        return missing;
    }

    /** What was kept before is counted anew: the order may have changed, or part of it has left. */
    private void giveUp(String orderNumber) {
        jdbc.sql(
                        """
                        with gone as (delete from stock_allocation where order_number = :order returning sku, quantity),
                             sums as (select sku, sum(quantity) as quantity from gone group by sku),
                             locked as (select b.sku, s.quantity from stock_balance b join sums s on s.sku = b.sku
                                         order by b.sku for update of b)
                        update stock_balance b set allocated = b.allocated - l.quantity from locked l where b.sku = l.sku
                        """)
                .param("order", orderNumber)
                .update();
    }

    /** Locks the balances in the order of their SKUs, so that two orders never wait for each other. */
    private Map<String, Long> free(String orderNumber, Instant orderedAt, TreeMap<String, Long> wanted) {
        var free = new TreeMap<String, Long>();
        jdbc.sql(
                        """
                        with locked as (
                            select sku, on_hand - allocated as free from stock_balance
                             where sku = any(:skus) order by sku for update)
                        select l.sku, l.free - coalesce((
                                   select sum(d.quantity) from stock_demand d
                                    where d.sku = l.sku and d.order_number <> :order
                                      and (d.since, d.order_number) < (:since, :order)), 0) as free
                          from locked l
                        """)
                .param("skus", wanted.keySet().toArray(String[]::new))
                .param("order", orderNumber)
                .param("since", Timestamp.from(orderedAt))
                .query(row -> {
                    free.put(row.getString("sku"), row.getLong("free"));
                });
        return free;
    }

    private void keep(String orderNumber, List<Need> needs, Map<String, Long> wanted) {
        jdbc.sql(
                        """
                        update stock_balance b set allocated = b.allocated + w.quantity
                          from unnest(:skus::text[], :quantities::bigint[]) w(sku, quantity)
                         where b.sku = w.sku
                        """)
                .param("skus", wanted.keySet().toArray(String[]::new))
                .param("quantities", wanted.values().toArray(Long[]::new))
                .update();
        jdbc.sql(
                        """
                        insert into stock_allocation (order_number, line_no, sku, quantity)
                        select :order, n.line_no, n.sku, n.quantity
                          from unnest(:lines::int[], :skus::text[], :quantities::int[]) n(line_no, sku, quantity)
                        """)
                .param("order", orderNumber)
                .param("lines", needs.stream().map(Need::lineNo).toArray(Integer[]::new))
                .param("skus", needs.stream().map(Need::sku).toArray(String[]::new))
                .param("quantities", needs.stream().map(Need::quantity).toArray(Integer[]::new))
                .update();
    }

    private void demand(String orderNumber, Instant orderedAt, Map<String, Long> wanted) {
        jdbc.sql(
                        """
                        insert into stock_demand (order_number, sku, quantity, since)
                        select :order, w.sku, w.quantity, :since
                          from unnest(:skus::text[], :quantities::bigint[]) w(sku, quantity)
                        """)
                .param("order", orderNumber)
                .param("since", Timestamp.from(orderedAt))
                .param("skus", wanted.keySet().toArray(String[]::new))
                .param("quantities", wanted.values().toArray(Long[]::new))
                .update();
    }

    private void forgetDemand(String orderNumber) {
        jdbc.sql("delete from stock_demand where order_number = :order")
                .param("order", orderNumber)
                .update();
    }

    /** Pieces of a SKU that one order line needs. */
    public record Need(int lineNo, String sku, int quantity) {}
}

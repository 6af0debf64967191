package jp.otodoke.inventory;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Sku;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Allocates stock to an order: all of it or nothing, oldest order first. An order that finds too little is
 * recorded as waiting, and younger orders may only take what older ones leave.
 */
@Component
public class AllocateStock {
    /** With so many pieces to spare nobody else takes the last one between check and commit. */
    private static final long AMPLE_STOCK = 100;

    private final JdbcClient jdbc;
    private final DeferredAllocation atCommit;
    private final AllocateBackorders backorders;

    AllocateStock(JdbcClient jdbc, DeferredAllocation atCommit, AllocateBackorders backorders) {
        this.jdbc = jdbc;
        this.atCommit = atCommit;
        this.backorders = backorders;
    }

    /**
     * If stock is plentiful, balances are locked only while the transaction commits; otherwise from here on, so
     * that orders competing for the last pieces are served one after the other.
     *
     * @param orderedAt decides which order is older
     * @return what is missing per SKU; empty if everything is now allocated to the order, at the latest at the
     *     commit
     */
    @Transactional
    public Map<Sku, Long> allocate(OrderNumber orderNumber, Instant orderedAt, List<Need> needs) {
        atCommit.now();
        var all = wanted(needs);
        if (!needs.isEmpty() && isUnknown(orderNumber) && isAmple(orderNumber, orderedAt, all)) {
            atCommit.enqueue(new DeferredAllocation.StockRequest(orderNumber, orderedAt, needs, all));
            return Map.of();
        }
        return allocateUnderLock(orderNumber, orderedAt, needs, all);
    }

    private boolean isUnknown(OrderNumber orderNumber) {
        return jdbc.sql(
                        """
                        select not exists (select 1 from stock_allocation where order_number = :order)
                           and not exists (select 1 from backorder where order_number = :order)
                        """)
                .param("order", orderNumber.value())
                .query(Boolean.class)
                .single();
    }

    private boolean isAmple(OrderNumber orderNumber, Instant orderedAt, TreeMap<Sku, Long> wanted) {
        var free = free(orderNumber, orderedAt, wanted);
        return wanted.entrySet().stream()
                .allMatch(w -> free.getOrDefault(w.getKey(), 0L) - w.getValue() >= AMPLE_STOCK);
    }

    private static TreeMap<Sku, Long> wanted(List<Need> needs) {
        var wanted = new TreeMap<Sku, Long>();
        needs.forEach(n -> wanted.merge(n.sku(), (long) n.quantity(), Long::sum));
        return wanted;
    }

    /** Whoever begins to wait looks while he holds the balances, so that no arrival is missed. */
    private Map<Sku, Long> allocateUnderLock(
            OrderNumber orderNumber, Instant orderedAt, List<Need> needs, Map<Sku, Long> all) {
        var concerned = new TreeSet<>(BalanceLock.skusOf(jdbc, orderNumber));
        concerned.addAll(all.keySet());
        BalanceLock.lock(jdbc, concerned);
        var fewer = new TreeSet<>(AllocationAdjustment.trim(jdbc, orderNumber, needs));
        var more = more(needs, allocated(orderNumber));
        var wanted = wanted(more);
        claimed(orderNumber).forEach((sku, quantity) -> {
            if (quantity > wanted.getOrDefault(sku, 0L)) {
                fewer.add(sku);
            }
        });
        var missing = missing(wanted, free(orderNumber, orderedAt, wanted));
        deleteBackorder(orderNumber);
        if (missing.isEmpty()) {
            insertAllocation(orderNumber, more, wanted);
        } else {
            insertBackorder(orderNumber, orderedAt, more);
        }
        backorders.allocate(fewer);
        return missing;
    }

    private static Map<Sku, Long> missing(Map<Sku, Long> wanted, Map<Sku, Long> free) {
        var missing = new TreeMap<Sku, Long>();
        wanted.forEach((sku, quantity) -> {
            var available = free.getOrDefault(sku, 0L);
            if (available < quantity) {
                missing.put(sku, quantity - Math.max(0, available));
            }
        });
        return missing;
    }

    /** Pieces that the order waits for. */
    private Map<Sku, Long> claimed(OrderNumber orderNumber) {
        var claimed = new TreeMap<Sku, Long>();
        jdbc.sql("select sku, sum(quantity) as quantity from backorder where order_number = :order group by sku")
                .param("order", orderNumber.value())
                .query(row -> {
                    claimed.put(Sku.of(row.getString("sku")), row.getLong("quantity"));
                });
        return claimed;
    }

    /** Pieces already allocated, by line and SKU. */
    private Map<String, Integer> allocated(OrderNumber orderNumber) {
        var allocated = new HashMap<String, Integer>();
        jdbc.sql("select line_no, sku, quantity from stock_allocation where order_number = :order")
                .param("order", orderNumber.value())
                .query(row -> {
                    allocated.put(row.getInt("line_no") + " " + row.getString("sku"), row.getInt("quantity"));
                });
        return allocated;
    }

    /** What is needed beyond what is already allocated, which stays allocated whoever else waits. */
    private static List<Need> more(List<Need> needs, Map<String, Integer> allocated) {
        var more = new ArrayList<Need>();
        for (var need : needs) {
            int quantity = need.quantity() - allocated.getOrDefault(need.lineNo() + " " + need.sku(), 0);
            if (quantity > 0) {
                more.add(new Need(need.lineNo(), need.sku(), quantity));
            }
        }
        return more;
    }

    /** What is available to this order: older waiting ones come first. */
    private Map<Sku, Long> free(OrderNumber orderNumber, Instant orderedAt, TreeMap<Sku, Long> wanted) {
        var free = new TreeMap<Sku, Long>();
        jdbc.sql(
                        """
                        with balance as (
                            select sku, on_hand - allocated as free from stock_balance
                             where sku = any(:skus))
                        select l.sku, l.free - coalesce((
                                   select sum(d.quantity) from backorder d
                                    where d.sku = l.sku and d.order_number <> :order
                                      and (d.since, d.order_number) < (:since, :order)), 0) as free
                          from balance l
                        """)
                .param("skus", wanted.keySet().stream().map(Sku::value).toArray(String[]::new))
                .param("order", orderNumber.value())
                .param("since", Timestamp.from(orderedAt))
                .query(row -> {
                    free.put(Sku.of(row.getString("sku")), row.getLong("free"));
                });
        return free;
    }

    private void insertAllocation(OrderNumber orderNumber, List<Need> needs, Map<Sku, Long> wanted) {
        jdbc.sql(
                        """
                        with balance as (
                            update stock_balance b set allocated = b.allocated + w.quantity
                              from unnest(:totalSkus::text[], :totals::bigint[]) w(sku, quantity)
                             where b.sku = w.sku)
                        insert into stock_allocation (order_number, line_no, sku, quantity)
                        select :order, n.line_no, n.sku, n.quantity
                          from unnest(:lines::int[], :skus::text[], :quantities::int[]) n(line_no, sku, quantity)
                        on conflict (order_number, line_no, sku)
                        do update set quantity = stock_allocation.quantity + excluded.quantity
                        """)
                .param("totalSkus", wanted.keySet().stream().map(Sku::value).toArray(String[]::new))
                .param("totals", wanted.values().toArray(Long[]::new))
                .param("order", orderNumber.value())
                .param("lines", needs.stream().map(Need::lineNo).toArray(Integer[]::new))
                .param("skus", needs.stream().map(n -> n.sku().value()).toArray(String[]::new))
                .param("quantities", needs.stream().map(Need::quantity).toArray(Integer[]::new))
                .update();
    }

    private void insertBackorder(OrderNumber orderNumber, Instant orderedAt, List<Need> needs) {
        jdbc.sql(
                        """
                        insert into backorder (order_number, line_no, sku, quantity, since)
                        select :order, n.line_no, n.sku, n.quantity, :since
                          from unnest(:lines::int[], :skus::text[], :quantities::int[]) n(line_no, sku, quantity)
                        """)
                .param("order", orderNumber.value())
                .param("since", Timestamp.from(orderedAt))
                .param("lines", needs.stream().map(Need::lineNo).toArray(Integer[]::new))
                .param("skus", needs.stream().map(n -> n.sku().value()).toArray(String[]::new))
                .param("quantities", needs.stream().map(Need::quantity).toArray(Integer[]::new))
                .update();
    }

    private void deleteBackorder(OrderNumber orderNumber) {
        jdbc.sql("delete from backorder where order_number = :order")
                .param("order", orderNumber.value())
                .update();
    }

    /** Pieces of a SKU that one order line needs, at least one. */
    public record Need(int lineNo, Sku sku, int quantity) {
        public Need {
            if (quantity <= 0) {
                throw new IllegalArgumentException("No need of " + sku + ": " + quantity);
            }
        }
    }
}

package jp.otodoke.inventory;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Sku;
import org.springframework.context.ApplicationEventPublisher;
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
    private final ApplicationEventPublisher events;

    AllocateStock(JdbcClient jdbc, DeferredAllocation atCommit, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.atCommit = atCommit;
        this.events = events;
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
        var allocated = allocated(orderNumber);
        var all = wanted(needs);
        if (allocated.isEmpty() && !needs.isEmpty() && isAmple(orderNumber, orderedAt, all)) {
            atCommit.enqueue(new DeferredAllocation.StockRequest(orderNumber, orderedAt, needs, all));
            return Map.of();
        }
        return allocateUnderLock(orderNumber, orderedAt, needs, allocated);
    }

    private boolean isAmple(OrderNumber orderNumber, Instant orderedAt, TreeMap<Sku, Long> wanted) {
        var free = free(orderNumber, orderedAt, wanted, "");
        return wanted.entrySet().stream()
                .allMatch(w -> free.getOrDefault(w.getKey(), 0L) - w.getValue() >= AMPLE_STOCK);
    }

    private static TreeMap<Sku, Long> wanted(List<Need> needs) {
        var wanted = new TreeMap<Sku, Long>();
        needs.forEach(n -> wanted.merge(n.sku(), (long) n.quantity(), Long::sum));
        return wanted;
    }

    private Map<Sku, Long> allocateUnderLock(
            OrderNumber orderNumber, Instant orderedAt, List<Need> needs, Map<String, Integer> allocatedBefore) {
        var allocated = allocatedBefore;
        var released = List.<Sku>of();
        if (!allocated.isEmpty()) {
            released = AllocationAdjustment.trim(jdbc, orderNumber, needs);
            allocated = allocated(orderNumber);
        }
        var more = more(needs, allocated);
        var wanted = wanted(more);
        // Locked in the order of their SKUs, so that two orders never deadlock.
        var free = free(orderNumber, orderedAt, wanted, "order by sku for update");
        var missing = new TreeMap<Sku, Long>();
        wanted.forEach((sku, quantity) -> {
            var available = free.getOrDefault(sku, 0L);
            if (available < quantity) {
                missing.put(sku, quantity - Math.max(0, available));
            }
        });
        deleteBackorder(orderNumber);
        if (missing.isEmpty()) {
            insertAllocation(orderNumber, more, wanted);
        } else {
            insertBackorder(orderNumber, orderedAt, wanted);
        }
        released.forEach(sku -> events.publishEvent(new StockArrived(sku)));
        return missing;
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
    private Map<Sku, Long> free(OrderNumber orderNumber, Instant orderedAt, TreeMap<Sku, Long> wanted, String locking) {
        var free = new TreeMap<Sku, Long>();
        jdbc.sql(
                        """
                        with balance as (
                            select sku, on_hand - allocated as free from stock_balance
                             where sku = any(:skus) %s)
                        select l.sku, l.free - coalesce((
                                   select sum(d.quantity) from backorder d
                                    where d.sku = l.sku and d.order_number <> :order
                                      and (d.since, d.order_number) < (:since, :order)), 0) as free
                          from balance l
                        """
                                .formatted(locking))
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

    private void insertBackorder(OrderNumber orderNumber, Instant orderedAt, Map<Sku, Long> wanted) {
        jdbc.sql(
                        """
                        insert into backorder (order_number, sku, quantity, since)
                        select :order, w.sku, w.quantity, :since
                          from unnest(:skus::text[], :quantities::bigint[]) w(sku, quantity)
                        """)
                .param("order", orderNumber.value())
                .param("since", Timestamp.from(orderedAt))
                .param("skus", wanted.keySet().stream().map(Sku::value).toArray(String[]::new))
                .param("quantities", wanted.values().toArray(Long[]::new))
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

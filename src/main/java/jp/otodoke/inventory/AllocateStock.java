package jp.otodoke.inventory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.otodoke.inventory.Need.LineKey;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Sku;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Allocates stock to orders: all of a group of needs or nothing, oldest order first. A group that finds too little is
 * recorded as waiting, and younger orders may only take what older ones leave.
 */
@Component
public class AllocateStock {
    /** With so many pieces to spare nobody else takes the last one between check and commit. */
    private static final long AMPLE_STOCK = 100;

    private final JdbcClient jdbc;
    private final DeferredAllocation atCommit;
    private final AllocateBackorders allocateBackorders;
    private final BackorderRows backorders;
    private final FreeStock freeStock;

    AllocateStock(
            JdbcClient jdbc,
            DeferredAllocation atCommit,
            AllocateBackorders allocateBackorders,
            BackorderRows backorders,
            FreeStock freeStock) {
        this.jdbc = jdbc;
        this.atCommit = atCommit;
        this.allocateBackorders = allocateBackorders;
        this.backorders = backorders;
        this.freeStock = freeStock;
    }

    /**
     * As {@link #allocate(List)}, for one order.
     *
     * @param orderedAt decides which order is older
     * @return what is missing per SKU; empty if everything is now allocated to the order, at the latest at the
     *     commit
     */
    @Transactional
    public Map<Sku, Long> allocate(OrderNumber orderNumber, Instant orderedAt, List<Need> needs) {
        return allocate(List.of(new Demand(orderNumber, orderedAt, needs))).getOrDefault(orderNumber, Map.of());
    }

    /**
     * If stock is plentiful for all, balances are locked only while the transaction commits; otherwise from here on, so
     * that orders competing for the last pieces are served one after the other. All are locked at once: two lists that
     * want the same articles do not wait for each other.
     *
     * @param demands oldest first
     * @return what is missing per SKU, of the orders that wait; to all others everything is now allocated, at the
     *     latest at the commit
     */
    @Transactional
    public Map<OrderNumber, Map<Sku, Long>> allocate(List<Demand> demands) {
        atCommit.now();
        return allocate(demands, known(demands));
    }

    /**
     * As {@link #allocate(List)}, for orders that are new in this transaction: nothing is allocated to them and they wait
     * for nothing.
     */
    @Transactional
    public Map<OrderNumber, Map<Sku, Long>> allocateNew(List<Demand> demands) {
        atCommit.now();
        return allocate(demands, Set.of());
    }

    private Map<OrderNumber, Map<Sku, Long>> allocate(List<Demand> demands, Set<OrderNumber> known) {
        var fresh = demands.stream()
                .filter(d -> !known.contains(d.orderNumber()) && !d.needs().isEmpty())
                .toList();
        var ample = ample(fresh);
        var plenty = fresh.stream().filter(d -> ample.containsAll(d.keys())).toList();
        var served = plenty.stream().map(Demand::orderNumber).collect(Collectors.toSet());
        var others = demands.stream()
                .filter(d ->
                        known.contains(d.orderNumber()) || !d.needs().isEmpty() && !served.contains(d.orderNumber()))
                .toList();
        if (others.isEmpty()) {
            atCommit.enqueue(plenty);
            return Map.of();
        }
        return allocateUnderLock(plenty, others, known);
    }

    /** Whether a transaction failed because of an allocation that was left to its commit. */
    public static boolean failedAtCommit(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .flatMap(one -> Stream.of(one.getSuppressed()))
                .anyMatch(DeferredAllocation.AllocationAtCommit.class::isInstance);
    }

    /** The groups of an order's needs that wait for stock. */
    @Transactional(readOnly = true)
    public Set<String> waiting(OrderNumber orderNumber) {
        return waiting(List.of(orderNumber)).getOrDefault(orderNumber, Set.of());
    }

    /** As {@link #waiting(OrderNumber)}, for many. */
    @Transactional(readOnly = true)
    public Map<OrderNumber, Set<String>> waiting(Collection<OrderNumber> orderNumbers) {
        return backorders.groups(orderNumbers);
    }

    /**
     * How many pieces of each need of a group could be allocated now if each were served by itself, after the claims of older
     * orders.
     *
     * @param demand all that the order needs
     */
    @Transactional(readOnly = true)
    public Map<LineArticle, Integer> piecesFor(Demand demand, String group) {
        var needs = demand.needs().stream()
                .filter(need -> need.group().equals(group))
                .toList();
        var more = more(demand.needs(), allocated(demand.orderNumber()), waiting(demand.orderNumber())).stream()
                .filter(need -> need.group().equals(group))
                .collect(Collectors.toMap(LineArticle::of, Need::quantity, Integer::sum));
        var left = new TreeMap<>(freeStock.to(List.of(demand), Need.wanted(needs)));
        var pieces = new HashMap<LineArticle, Integer>();
        needs.forEach(need -> {
            int lacking = more.getOrDefault(LineArticle.of(need), 0);
            var served = Math.min(lacking, Math.max(0, left.getOrDefault(need.key(), 0L)));
            left.merge(need.key(), -served, Long::sum);
            pieces.put(LineArticle.of(need), (int) (need.quantity() - lacking + served));
        });
        return pieces;
    }

    /**
     * Needs of an order of which some are allocated wait together again: what they are allocated goes back, and they take
     * their place among those that wait.
     *
     * @param groups in which they waited before
     * @param others all else that the order needs
     */
    @Transactional
    public void waitTogether(
            OrderNumber orderNumber, Instant orderedAt, List<Need> together, Set<String> groups, List<Need> others) {
        atCommit.now();
        BalanceLock.lockAllOf(jdbc, orderNumber);
        AllocationAdjustment.trim(jdbc, orderNumber, others);
        AllocationAdjustment.trimBackorder(jdbc, orderNumber, others);
        backorders.delete(orderNumber, groups);
        backorders.insert(orderNumber, orderedAt, together);
        allocateBackorders.allocate(Need.wanted(together).keySet());
    }

    private Map<OrderNumber, Map<Sku, Long>> allocateUnderLock(
            List<Demand> plenty, List<Demand> others, Set<OrderNumber> known) {
        if (plenty.size() + others.size() > 1) {
            BalanceLock.lock(
                    jdbc,
                    Stream.concat(
                                    plenty.stream().flatMap(d -> d.keys().stream()),
                                    others.stream().flatMap(Demand::allKeys))
                            .collect(Collectors.toCollection(TreeSet::new)));
        }
        atCommit.allocate(plenty);
        var missing = new HashMap<OrderNumber, Map<Sku, Long>>();
        var looking = new TreeSet<StockKey>();
        for (var demand : others) {
            var split = allocateUnderLock(demand, Need.wanted(demand.needs()));
            if (!split.missing().isEmpty()) {
                missing.put(demand.orderNumber(), split.missing());
            }
            if (!known.contains(demand.orderNumber())) {
                split.waiting().stream().flatMap(Need::alternativeKeys).forEach(looking::add);
            }
        }
        allocateBackorders.lookElsewhere(looking);
        return missing;
    }

    /** The orders that are allocated something or wait for something. */
    private Set<OrderNumber> known(List<Demand> demands) {
        return jdbc.sql(
                        """
                        select order_number from stock_allocation where order_number = any(:orders)
                        union
                        select order_number from backorder where order_number = any(:orders)
                        """)
                .param("orders", Demand.numbers(demands))
                .query((row, i) -> OrderNumber.of(row.getString(1)))
                .set();
    }

    /** What is left in plenty when all these orders have what they want. */
    private Set<StockKey> ample(List<Demand> demands) {
        if (demands.isEmpty()) {
            return Set.of();
        }
        var wanted =
                Need.wanted(demands.stream().flatMap(d -> d.needs().stream()).toList());
        var free = freeStock.to(demands, wanted);
        return wanted.entrySet().stream()
                .filter(w -> free.getOrDefault(w.getKey(), 0L) - w.getValue() >= AMPLE_STOCK)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Whoever begins to wait looks while he holds the balances, so that no arrival is missed. */
    private ServedNeeds allocateUnderLock(Demand demand, Map<StockKey, Long> all) {
        var orderNumber = demand.orderNumber();
        var needs = demand.needs();
        var concerned = new TreeSet<>(BalanceLock.keysOf(jdbc, orderNumber));
        concerned.addAll(all.keySet());
        var locked = new TreeSet<>(concerned);
        demand.alternativeKeys().forEach(locked::add);
        BalanceLock.lock(jdbc, locked);
        var fewer = new TreeSet<>(AllocationAdjustment.trim(jdbc, orderNumber, needs));
        var claims = backorders.of(orderNumber);
        var more = more(needs, allocated(orderNumber), claims.groups());
        var wanted = Need.wanted(more);
        claims.pieces().forEach((key, quantity) -> {
            if (quantity > wanted.getOrDefault(key, 0L)) {
                fewer.add(key);
            }
        });
        var split = ServedNeeds.of(more, freeStock.to(List.of(demand), wanted));
        backorders.delete(orderNumber);
        if (!split.served().isEmpty()) {
            insertAllocation(orderNumber, Need.byLine(split.served()));
        }
        if (!split.waiting().isEmpty()) {
            backorders.insert(orderNumber, demand.orderedAt(), split.waiting());
        }
        allocateBackorders.allocate(fewer, claims.noLongerElsewhere(split));
        return split;
    }

    /** Pieces already allocated, by line and what of it. */
    private Map<LineKey, Integer> allocated(OrderNumber orderNumber) {
        var allocated = new HashMap<LineKey, Integer>();
        jdbc.sql("select line_no, sku, warehouse, quantity from stock_allocation where order_number = :order")
                .param("order", orderNumber.value())
                .query(row -> {
                    allocated.put(new LineKey(row.getInt("line_no"), StockKey.of(row)), row.getInt("quantity"));
                });
        return allocated;
    }

    /**
     * What is needed beyond what is already allocated, which stays allocated whoever else waits. Where a line leaves in several
     * groups, it belongs to those that don't wait.
     */
    private static List<Need> more(List<Need> needs, Map<LineKey, Integer> allocated, Set<String> waiting) {
        var left = new HashMap<>(allocated);
        var more = new ArrayList<Need>();
        needs.stream()
                .sorted(Comparator.comparing(need -> waiting.contains(need.group())))
                .forEach(need -> {
                    var key = need.lineKey();
                    int had = Math.min(need.quantity(), left.getOrDefault(key, 0));
                    left.merge(key, -had, Integer::sum);
                    if (need.quantity() > had) {
                        more.add(need.of(need.quantity() - had));
                    }
                });
        return more;
    }

    private void insertAllocation(OrderNumber orderNumber, List<Need> needs) {
        var wanted = Need.wanted(needs);
        Need.bind(
                        jdbc.sql(
                                        """
                        with balance as (
                            update stock_balance b set allocated = b.allocated + w.quantity
                              from unnest(:totalSkus::text[], :totalWarehouses::text[], :totals::bigint[])
                                       w(sku, warehouse, quantity)
                             where b.sku = w.sku and b.warehouse = w.warehouse and b.condition = 'GOOD')
                        insert into stock_allocation (order_number, line_no, sku, warehouse, quantity)
                        select :order, n.line_no, n.sku, n.warehouse, n.quantity
                          from unnest(:lines::int[], :skus::text[], :warehouses::text[], :quantities::int[])
                                   n(line_no, sku, warehouse, quantity)
                        on conflict (order_number, line_no, sku, warehouse)
                        do update set quantity = stock_allocation.quantity + excluded.quantity
                        """)
                                .param("totalSkus", StockKey.skuTexts(wanted.keySet()))
                                .param("totalWarehouses", StockKey.warehouses(wanted.keySet()))
                                .param("totals", wanted.values().toArray(Long[]::new))
                                .param("order", orderNumber.value()),
                        needs)
                .update();
    }
}

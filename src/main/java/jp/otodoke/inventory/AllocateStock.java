package jp.otodoke.inventory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    private final AllocateBackorders backorders;

    AllocateStock(JdbcClient jdbc, DeferredAllocation atCommit, AllocateBackorders backorders) {
        this.jdbc = jdbc;
        this.atCommit = atCommit;
        this.backorders = backorders;
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
        var groups = new HashMap<OrderNumber, Set<String>>();
        jdbc.sql("select distinct order_number, allocation_group from backorder where order_number = any(:orders)")
                .param("orders", orderNumbers.stream().map(OrderNumber::value).toArray(String[]::new))
                .query(row -> {
                    groups.computeIfAbsent(OrderNumber.of(row.getString("order_number")), order -> new HashSet<>())
                            .add(row.getString("allocation_group"));
                });
        return groups;
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
        var left = new TreeMap<>(free(List.of(demand), wanted(needs)));
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
     * Where the pieces that orders wait for could be allocated now, each need by itself: in its warehouse, or in the first of
     * the alternatives that has enough after the claims of older orders, wherever these wait. All these balances stay locked
     * until the transaction ends.
     *
     * @param demands beyond what is allocated, oldest first
     * @return the warehouses, by order, line and SKU: the present one of what older orders come first for elsewhere; none of
     *     what no warehouse has enough
     */
    @Transactional
    public Map<OrderNumber, Map<LineArticle, Warehouse>> whereEnough(List<Demand> demands) {
        if (demands.isEmpty()) {
            return Map.of();
        }
        atCommit.now();
        BalanceLock.lockKnown(jdbc, demands.stream().flatMap(Demand::allKeys).collect(Collectors.toSet()));
        var found = new HashMap<OrderNumber, Map<LineArticle, Warehouse>>();
        var older = new OlderOfList(numbers(demands), new TreeMap<>(), new TreeMap<>());
        demands.forEach(demand -> found.put(demand.orderNumber(), whereEnough(demand, older)));
        return found;
    }

    private Map<LineArticle, Warehouse> whereEnough(Demand demand, OlderOfList older) {
        var found = new HashMap<LineArticle, Warehouse>();
        var behind = new HashSet<LineArticle>();
        var asked = demand.needs();
        for (int choice = 0; !asked.isEmpty(); choice++) {
            int rank = choice;
            var claims = rank == 0 ? Map.<StockKey, Long>of() : claimedFirst(demand, asked, older);
            var lacking = lacking(demand, asked, older.taken(), claims);
            asked.stream()
                    .filter(need -> !lacking.contains(LineArticle.of(need)))
                    .forEach(need -> {
                        found.put(LineArticle.of(need), need.warehouse());
                        if (rank > 0) {
                            older.taken().merge(need.key(), (long) need.quantity(), Long::sum);
                        }
                    });
            asked.stream()
                    .filter(need -> lacking.contains(LineArticle.of(need)) && claims.containsKey(need.key()))
                    .forEach(need -> behind.add(LineArticle.of(need)));
            asked = asked.stream()
                    .filter(need -> lacking.contains(LineArticle.of(need)))
                    .filter(need -> need.alternatives().size() > rank)
                    .map(need -> need.from(need.alternatives().get(rank)))
                    .toList();
        }
        demand.needs().stream()
                .filter(need -> !found.containsKey(LineArticle.of(need)))
                .forEach(need -> need.alternativeKeys()
                        .forEach(key -> older.awaited().merge(key, (long) need.quantity(), Long::sum)));
        demand.needs().stream()
                .filter(need -> behind.contains(LineArticle.of(need)))
                .forEach(need -> found.putIfAbsent(LineArticle.of(need), need.warehouse()));
        return found;
    }

    /** What older orders that wait elsewhere may be served with from these warehouses. */
    private Map<StockKey, Long> claimedFirst(Demand demand, List<Need> needs, OlderOfList older) {
        var keys = wanted(needs).keySet();
        var claims = backorders.claimedFromElsewhere(keys, demand, older.orders());
        older.awaited().forEach((key, pieces) -> {
            if (keys.contains(key)) {
                claims.merge(key, pieces, Long::sum);
            }
        });
        return claims;
    }

    private Set<LineArticle> lacking(
            Demand demand, List<Need> needs, Map<StockKey, Long> taken, Map<StockKey, Long> claims) {
        var each = new ArrayList<Need>();
        needs.forEach(need -> each.add(need.by("%06d".formatted(each.size()))));
        var free = free(List.of(demand), wanted(each));
        Stream.of(taken, claims)
                .flatMap(some -> some.entrySet().stream())
                .forEach(one -> free.computeIfPresent(one.getKey(), (key, pieces) -> pieces - one.getValue()));
        return Split.of(each, free).waiting().stream().map(LineArticle::of).collect(Collectors.toSet());
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
        deleteBackorder(orderNumber, groups);
        insertBackorder(orderNumber, orderedAt, together);
        backorders.allocate(wanted(together).keySet());
    }

    private Map<OrderNumber, Map<Sku, Long>> allocateUnderLock(
            List<Demand> plenty, List<Demand> others, Set<OrderNumber> known) {
        if (plenty.size() + others.size() > 1) {
            BalanceLock.lock(
                    jdbc,
                    Stream.concat(plenty.stream(), others.stream())
                            .flatMap(d -> d.keys().stream())
                            .collect(Collectors.toCollection(TreeSet::new)),
                    others.stream().flatMap(Demand::alternativeKeys).collect(Collectors.toSet()));
        }
        atCommit.allocate(plenty);
        var missing = new HashMap<OrderNumber, Map<Sku, Long>>();
        var looking = new TreeSet<StockKey>();
        for (var demand : others) {
            var split = allocateUnderLock(demand, wanted(demand.needs()));
            if (!split.missing().isEmpty()) {
                missing.put(demand.orderNumber(), split.missing());
            }
            if (!known.contains(demand.orderNumber())) {
                split.waiting().stream().flatMap(Need::alternativeKeys).forEach(looking::add);
            }
        }
        backorders.lookElsewhere(looking);
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
                .param("orders", numbers(demands))
                .query((row, i) -> OrderNumber.of(row.getString(1)))
                .set();
    }

    /** What is left in plenty when all these orders have what they want. */
    private Set<StockKey> ample(List<Demand> demands) {
        if (demands.isEmpty()) {
            return Set.of();
        }
        var wanted = wanted(demands.stream().flatMap(d -> d.needs().stream()).toList());
        var free = free(demands, wanted);
        return wanted.entrySet().stream()
                .filter(w -> free.getOrDefault(w.getKey(), 0L) - w.getValue() >= AMPLE_STOCK)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    static String[] numbers(List<Demand> demands) {
        return demands.stream().map(d -> d.orderNumber().value()).toArray(String[]::new);
    }

    static Map<StockKey, Long> wanted(List<Need> needs) {
        var wanted = new TreeMap<StockKey, Long>();
        needs.forEach(n -> wanted.merge(n.key(), (long) n.quantity(), Long::sum));
        return wanted;
    }

    /** Summed over the groups in which an article of a line leaves: an allocation does not tell them apart. */
    static List<Need> byLine(List<Need> needs) {
        return List.copyOf(needs.stream()
                .collect(Collectors.toMap(
                        need -> new LineKey(need.lineNo(), need.key()),
                        need -> need,
                        (one, other) -> one.of(one.quantity() + other.quantity()),
                        LinkedHashMap::new))
                .values());
    }

    /** Whoever begins to wait looks while he holds the balances, so that no arrival is missed. */
    private Split allocateUnderLock(Demand demand, Map<StockKey, Long> all) {
        var orderNumber = demand.orderNumber();
        var needs = demand.needs();
        var concerned = new TreeSet<>(BalanceLock.keysOf(jdbc, orderNumber));
        concerned.addAll(all.keySet());
        BalanceLock.lock(jdbc, concerned, demand.alternativeKeys().collect(Collectors.toSet()));
        var fewer = new TreeSet<>(AllocationAdjustment.trim(jdbc, orderNumber, needs));
        var claims = claims(orderNumber);
        var more = more(needs, allocated(orderNumber), claims.groups());
        var wanted = wanted(more);
        claims.pieces().forEach((key, quantity) -> {
            if (quantity > wanted.getOrDefault(key, 0L)) {
                fewer.add(key);
            }
        });
        var split = Split.of(more, free(List.of(demand), wanted));
        deleteBackorder(orderNumber);
        if (!split.served().isEmpty()) {
            insertAllocation(orderNumber, byLine(split.served()), wanted(split.served()));
        }
        if (!split.waiting().isEmpty()) {
            insertBackorder(orderNumber, demand.orderedAt(), split.waiting());
        }
        backorders.allocate(fewer, claims.noLongerElsewhere(split));
        return split;
    }

    /** What the order waits for. */
    private Claims claims(OrderNumber orderNumber) {
        var claims = new Claims(new TreeMap<>(), new TreeMap<>(), new HashSet<>());
        jdbc.sql(
                        """
                        select sku, warehouse, quantity, allocation_group, alternatives from backorder
                         where order_number = :order
                        """)
                .param("order", orderNumber.value())
                .query(row -> {
                    var key = key(row);
                    long quantity = row.getLong("quantity");
                    claims.pieces().merge(key, quantity, Long::sum);
                    claims.groups().add(row.getString("allocation_group"));
                    for (var other : (String[]) row.getArray("alternatives").getArray()) {
                        claims.elsewhere().merge(new StockKey(key.sku(), Warehouse.of(other)), quantity, Long::sum);
                    }
                });
        return claims;
    }

    /** Pieces already allocated, by line and what of it. */
    private Map<LineKey, Integer> allocated(OrderNumber orderNumber) {
        var allocated = new HashMap<LineKey, Integer>();
        jdbc.sql("select line_no, sku, warehouse, quantity from stock_allocation where order_number = :order")
                .param("order", orderNumber.value())
                .query(row -> {
                    allocated.put(new LineKey(row.getInt("line_no"), key(row)), row.getInt("quantity"));
                });
        return allocated;
    }

    private static StockKey key(ResultSet row) throws SQLException {
        return StockKey.of(row.getString("sku"), row.getString("warehouse"));
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
                    var key = new LineKey(need.lineNo(), need.key());
                    int had = Math.min(need.quantity(), left.getOrDefault(key, 0));
                    left.merge(key, -had, Integer::sum);
                    if (need.quantity() > had) {
                        more.add(need.of(need.quantity() - had));
                    }
                });
        return more;
    }

    /** What is available to these orders: older waiting ones come first. */
    private Map<StockKey, Long> free(List<Demand> demands, Map<StockKey, Long> wanted) {
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
                .param("orders", numbers(demands))
                .param("youngest", youngest.orderNumber().value())
                .param("since", Timestamp.from(youngest.orderedAt()))
                .query(row -> {
                    free.put(key(row), row.getLong("free"));
                });
        return free;
    }

    private void insertAllocation(OrderNumber orderNumber, List<Need> needs, Map<StockKey, Long> wanted) {
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
                .param("order", orderNumber.value())
                .param("lines", needs.stream().map(Need::lineNo).toArray(Integer[]::new))
                .param("skus", needs.stream().map(n -> n.sku().value()).toArray(String[]::new))
                .param(
                        "warehouses",
                        needs.stream().map(n -> n.warehouse().code()).toArray(String[]::new))
                .param("quantities", needs.stream().map(Need::quantity).toArray(Integer[]::new))
                .update();
    }

    private void insertBackorder(OrderNumber orderNumber, Instant orderedAt, List<Need> needs) {
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
                .param("lines", needs.stream().map(Need::lineNo).toArray(Integer[]::new))
                .param("skus", needs.stream().map(n -> n.sku().value()).toArray(String[]::new))
                .param(
                        "warehouses",
                        needs.stream().map(n -> n.warehouse().code()).toArray(String[]::new))
                .param("groups", needs.stream().map(Need::group).toArray(String[]::new))
                .param(
                        "alternatives",
                        needs.stream().map(Need::alternativeCodes).toArray(String[]::new))
                .param("quantities", needs.stream().map(Need::quantity).toArray(Integer[]::new))
                .update();
    }

    private void deleteBackorder(OrderNumber orderNumber, Set<String> groups) {
        jdbc.sql("delete from backorder where order_number = :order and allocation_group = any(:groups)")
                .param("order", orderNumber.value())
                .param("groups", groups.toArray(String[]::new))
                .update();
    }

    private void deleteBackorder(OrderNumber orderNumber) {
        jdbc.sql("delete from backorder where order_number = :order")
                .param("order", orderNumber.value())
                .update();
    }

    /**
     * What one order needs.
     *
     * @param orderedAt decides which order is older
     */
    public record Demand(OrderNumber orderNumber, Instant orderedAt, List<Need> needs) {
        List<StockKey> keys() {
            return needs.stream().map(Need::key).toList();
        }

        private Stream<StockKey> alternativeKeys() {
            return needs.stream().flatMap(Need::alternativeKeys);
        }

        private Stream<StockKey> allKeys() {
            return Stream.concat(keys().stream(), alternativeKeys());
        }
    }

    /** An article of an order line. */
    public record LineArticle(int lineNo, Sku sku) {
        private static LineArticle of(Need need) {
            return new LineArticle(need.lineNo(), need.sku());
        }
    }

    /** @param elsewhere the same pieces, where they may be served instead */
    private record Claims(Map<StockKey, Long> pieces, Map<StockKey, Long> elsewhere, Set<String> groups) {
        /** Where fewer pieces are claimed than before; what was served there is gone as well, so that it makes no difference. */
        Set<StockKey> noLongerElsewhere(Split split) {
            var now = wanted(split.served());
            split.waiting().forEach(need -> need.alternativeKeys()
                    .forEach(key -> now.merge(key, (long) need.quantity(), Long::sum)));
            return elsewhere.entrySet().stream()
                    .filter(claim -> claim.getValue() > now.getOrDefault(claim.getKey(), 0L))
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toSet());
        }
    }

    /**
     * What those of a list get or wait for that have had their turn.
     *
     * @param orders all of the list
     * @param taken in place of their own warehouses'
     * @param awaited where they may be served instead
     */
    private record OlderOfList(String[] orders, Map<StockKey, Long> taken, Map<StockKey, Long> awaited) {}

    private record LineKey(int lineNo, StockKey key) {}

    /**
     * Pieces of a SKU that one order line needs from a warehouse, at least one.
     *
     * @param group of the order's needs that are served together or not at all
     * @param alternatives other warehouses from which they may leave, the preferred one first
     */
    public record Need(
            int lineNo, Sku sku, int quantity, Warehouse warehouse, String group, List<Warehouse> alternatives) {
        public Need {
            if (quantity <= 0) {
                throw new IllegalArgumentException("No need of " + sku + ": " + quantity);
            }
        }

        /** From the main warehouse, together with all else that the order needs from there. */
        public Need(int lineNo, Sku sku, int quantity) {
            this(lineNo, sku, quantity, Warehouse.MAIN, "");
        }

        /** From this warehouse only. */
        public Need(int lineNo, Sku sku, int quantity, Warehouse warehouse, String group) {
            this(lineNo, sku, quantity, warehouse, group, List.of());
        }

        /** As many of them. */
        public Need of(int otherQuantity) {
            return new Need(lineNo, sku, otherQuantity, warehouse, group, alternatives);
        }

        /** As many from another warehouse. */
        Need from(Warehouse other) {
            return new Need(lineNo, sku, quantity, other, group, alternatives);
        }

        private Need by(String otherGroup) {
            return new Need(lineNo, sku, quantity, warehouse, otherGroup, alternatives);
        }

        private String alternativeCodes() {
            return alternatives.stream().map(Warehouse::code).collect(Collectors.joining(","));
        }

        private Stream<StockKey> alternativeKeys() {
            return alternatives.stream().map(other -> new StockKey(sku, other));
        }

        StockKey key() {
            return new StockKey(sku, warehouse);
        }
    }

    /**
     * The needs of an order by whether they are served now. Groups of one order that want the same pieces come one after
     * the other.
     */
    private record Split(List<Need> served, List<Need> waiting, Map<Sku, Long> missing) {
        static Split of(List<Need> needs, Map<StockKey, Long> free) {
            var split = new Split(new ArrayList<>(), new ArrayList<>(), new TreeMap<>());
            var left = new TreeMap<>(free);
            needs.stream()
                    .collect(Collectors.groupingBy(Need::group, TreeMap::new, Collectors.toList()))
                    .values()
                    .forEach(group -> split.add(group, left));
            return split;
        }

        private void add(List<Need> group, Map<StockKey, Long> left) {
            var lacking = new TreeMap<Sku, Long>();
            wanted(group).forEach((key, quantity) -> {
                var available = left.getOrDefault(key, 0L);
                if (available < quantity) {
                    lacking.merge(key.sku(), quantity - Math.max(0, available), Long::sum);
                }
                left.put(key, available - quantity);
            });
            (lacking.isEmpty() ? served : waiting).addAll(group);
            lacking.forEach((sku, quantity) -> missing.merge(sku, quantity, Long::sum));
        }
    }
}

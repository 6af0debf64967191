package jp.otodoke.fulfilment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import jp.otodoke.catalog.Catalog;
import jp.otodoke.catalog.Product;
import jp.otodoke.inventory.AllocateStock;
import jp.otodoke.inventory.Demand;
import jp.otodoke.inventory.Need;
import jp.otodoke.inventory.ReleaseStock;
import jp.otodoke.orders.AdvanceOrder;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.Order;
import jp.otodoke.orders.OrderStatus;
import jp.otodoke.orders.Timeline;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Sku;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Allocates stock for the open lines of an order, with sets split into their components, and reports what is
 * missing.
 */
@Component
public class AllocateOrder {
    private final FindOrder orders;
    private final Shipments shipments;
    private final Catalog catalog;
    private final AllocateStock allocateStock;
    private final ReleaseStock release;
    private final GroupGoods groupGoods;
    private final PlanShipments planShipments;
    private final PlannedShipments planned;
    private final UnreachableShipments unreachable;
    private final SplitArticles splits;
    private final SetParts setParts;
    private final AdvanceOrder advance;
    private final Timeline timeline;
    private final BusinessClock clock;

    AllocateOrder(
            FindOrder orders,
            Shipments shipments,
            Catalog catalog,
            AllocateStock allocateStock,
            ReleaseStock release,
            GroupGoods groupGoods,
            PlanShipments planShipments,
            PlannedShipments planned,
            UnreachableShipments unreachable,
            SplitArticles splits,
            SetParts setParts,
            AdvanceOrder advance,
            Timeline timeline,
            BusinessClock clock) {
        this.orders = orders;
        this.shipments = shipments;
        this.catalog = catalog;
        this.allocateStock = allocateStock;
        this.release = release;
        this.groupGoods = groupGoods;
        this.planShipments = planShipments;
        this.planned = planned;
        this.unreachable = unreachable;
        this.splits = splits;
        this.setParts = setParts;
        this.advance = advance;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** @return whether everything open is now allocated */
    @Transactional
    public boolean allocate(OrderNumber orderNumber) {
        return !allocate(List.of(orderNumber)).isEmpty();
    }

    /**
     * As {@link #allocate(OrderNumber)}, for many, oldest first.
     *
     * @return the orders of which everything open is now allocated
     */
    @Transactional
    public Set<OrderNumber> allocate(Collection<OrderNumber> orderNumbers) {
        var oldestFirst = oldestFirst(orderNumbers);
        var products = products(oldestFirst);
        return allocate(oldestFirst, products, groupGoods.groupAnew(oldestFirst, products));
    }

    /** As {@link #allocate(OrderNumber)}, where it waits: no other warehouse is looked for. */
    void allocateWhereItWaits(OrderNumber orderNumber) {
        var one = oldestFirst(List.of(orderNumber));
        var products = products(one);
        allocate(one, products, groupGoods.group(one, products));
    }

    private Set<OrderNumber> allocate(List<Order> oldestFirst, Map<Sku, Product> products, GroupedGoods grouped) {
        var missing = allocateStock.allocate(demands(oldestFirst, needs(oldestFirst, products, grouped)));
        planShipments.plan(oldestFirst, products, grouped, waiting(missing.keySet(), grouped));
        tell(grouped.moves());
        return allocated(oldestFirst, missing);
    }

    private void tell(Map<OrderNumber, List<GroupedGoods.Move>> moves) {
        if (!moves.isEmpty()) {
            timeline.add(moves.entrySet().stream()
                    .flatMap(one -> one.getValue().stream()
                            .distinct()
                            .map(move -> new Timeline.Entry(
                                    one.getKey(),
                                    "WAREHOUSE_CHANGED",
                                    BilingualText.of(
                                            "timeline.warehouse-changed",
                                            move.article(),
                                            move.to().name(),
                                            move.from().name()),
                                    "system")))
                    .toList());
        }
    }

    /** As {@link #allocate(Collection)}, for orders that are new in this transaction, of which nothing has to be read. */
    NewlyAllocated allocateNew(Collection<OrderNumber> orderNumbers) {
        var oldestFirst = oldestFirst(orderNumbers);
        var products = products(oldestFirst);
        var grouped = groupGoods.groupNew(oldestFirst, products);
        var missing = allocateStock.allocateNew(demands(oldestFirst, needs(oldestFirst, products, grouped)));
        var plannedNow = planShipments.planNew(oldestFirst, products, grouped, waiting(missing.keySet(), grouped));
        return new NewlyAllocated(allocated(oldestFirst, missing), plannedNow);
    }

    /** @param orders of which everything is allocated */
    record NewlyAllocated(Set<OrderNumber> orders, Collection<PlannedShipment> planned) {}

    private List<Order> oldestFirst(Collection<OrderNumber> orderNumbers) {
        return orders.all(orderNumbers).stream()
                .sorted(Comparator.comparing(Order::orderedAt).thenComparing(Order::number))
                .toList();
    }

    private static List<Demand> demands(List<Order> oldestFirst, Map<OrderNumber, List<Need>> needs) {
        return oldestFirst.stream()
                .map(order ->
                        new Demand(order.number(), order.orderedAt(), needs.getOrDefault(order.number(), List.of())))
                .toList();
    }

    /** Records what is missing; the others have everything. */
    private Set<OrderNumber> allocated(List<Order> oldestFirst, Map<OrderNumber, Map<Sku, Long>> missing) {
        var lacking = new LinkedHashMap<Order, Map<Sku, Long>>();
        oldestFirst.stream()
                .filter(order -> missing.containsKey(order.number()) && order.progress() != OrderStatus.AWAITING_STOCK)
                .forEach(order -> lacking.put(order, missing.getOrDefault(order.number(), Map.of())));
        if (!lacking.isEmpty()) {
            awaitStock(lacking);
        }
        return oldestFirst.stream()
                .map(Order::number)
                .filter(number -> !missing.containsKey(number))
                .collect(Collectors.toSet());
    }

    /** An order that leaves in one shipment waits as a whole. */
    private Map<OrderNumber, Set<String>> waiting(Set<OrderNumber> lacking, GroupedGoods grouped) {
        var several =
                lacking.stream().filter(order -> grouped.of(order).size() > 1).toList();
        var waiting = new HashMap<OrderNumber, Set<String>>();
        lacking.forEach(order -> waiting.put(
                order, grouped.of(order).stream().map(ShipmentGroup::code).collect(Collectors.toSet())));
        if (!several.isEmpty()) {
            var groups = allocateStock.waiting(several);
            several.forEach(order -> waiting.put(order, groups.getOrDefault(order, Set.of())));
        }
        return waiting;
    }

    private void awaitStock(Map<Order, Map<Sku, Long>> lacking) {
        timeline.add(lacking.entrySet().stream()
                .map(one ->
                        new Timeline.Entry(one.getKey().number(), "AWAITING_STOCK", missing(one.getValue()), "system"))
                .toList());
        advance.advanceTo(lacking.keySet().stream().map(Order::number).toList(), OrderStatus.AWAITING_STOCK);
    }

    private static BilingualText missing(Map<Sku, Long> missing) {
        var words = missing.entrySet().stream()
                .map(m -> BilingualText.of("timeline.awaiting-stock.product", m.getKey(), m.getValue()))
                .toList();
        return BilingualText.of("timeline.awaiting-stock", BilingualText.list(words));
    }

    /**
     * Releases the stock of an order that is prepared anew; its planned shipments keep their numbers, and none is split any
     * more.
     */
    @Transactional
    public void release(OrderNumber orderNumber) {
        release.release(orderNumber);
        splits.clear(orderNumber);
        planned.unschedule(orderNumber);
    }

    /** Releases the stock of a cancelled order, and cancels its planned shipments. */
    @Transactional
    public void giveBack(OrderNumber orderNumber) {
        release.release(orderNumber);
        unreachable.settledOf(orderNumber);
        planned.cancelOf(orderNumber, ShipmentPlan.Cancelled.ORDER_CANCELLED);
    }

    /** Plans anew what of an order is to leave while the rest waits for stock, after a shipment has ended early. */
    @Transactional
    public void planAgain(OrderNumber orderNumber) {
        var order = orders.get(orderNumber);
        if (order.progress() == OrderStatus.AWAITING_STOCK) {
            var products = products(List.of(order));
            planShipments.plan(
                    List.of(order),
                    products,
                    groupGoods.group(List.of(order), products),
                    Map.of(orderNumber, allocateStock.waiting(orderNumber)));
        }
    }

    /** All that the order still needs from stock, also what is in shipments that have not left. */
    List<Need> needs(Order order) {
        return needs(order, Product::stockKeeping);
    }

    /** As {@link #needs(Order)}, with goods of which no stock is kept. */
    List<Need> goods(Order order) {
        return needs(order, product -> true);
    }

    private List<Need> needs(Order order, Predicate<Product> wanted) {
        var one = List.of(order);
        var products = products(one);
        return needs(one, products, groupGoods.group(one, products), wanted).getOrDefault(order.number(), List.of());
    }

    /** Releases stock allocated beyond what is still open, once all that no warehouse has is cancelled. */
    @Transactional
    public void releaseRest(OrderNumber orderNumber) {
        release.releaseBeyond(orderNumber, needs(orders.get(orderNumber)));
        unreachable.settledOf(orderNumber);
        planned.cancelOf(orderNumber, ShipmentPlan.Cancelled.ORDER_CANCELLED);
    }

    private Map<OrderNumber, List<Need>> needs(List<Order> all, Map<Sku, Product> products, GroupedGoods grouped) {
        return needs(all, products, grouped, Product::stockKeeping);
    }

    private Map<OrderNumber, List<Need>> needs(
            List<Order> all, Map<Sku, Product> products, GroupedGoods grouped, Predicate<Product> wanted) {
        var parcels = parcels(all);
        var sets = parcels.isEmpty()
                ? Map.<OrderNumber, Map<Integer, Map<Sku, Integer>>>of()
                : setParts.of(all.stream().map(Order::number).toList());
        return all.stream()
                .collect(Collectors.toMap(
                        Order::number,
                        order -> needs(
                                order,
                                products,
                                grouped,
                                PackedQuantities.of(
                                        order.number(), parcels, sets.getOrDefault(order.number(), Map.of())),
                                wanted)));
    }

    private static List<Need> needs(
            Order order,
            Map<Sku, Product> products,
            GroupedGoods grouped,
            PackedQuantities packedQuantities,
            Predicate<Product> wanted) {
        var needs = new ArrayList<Need>();
        for (int i = 0; i < order.lines().size(); i++) {
            var line = order.lines().get(i);
            if (line.open() > 0) {
                for (var part : Articles.of(line, products).entrySet()) {
                    var product = products.get(part.getKey());
                    var left = packedQuantities.shippedAhead(i + 1, part.getKey());
                    var quantity = part.getValue() * line.open() - left;
                    if (quantity > 0 && product != null && wanted.test(product)) {
                        int lineNo = i + 1;
                        grouped.of(order.number(), lineNo, part.getKey(), quantity)
                                .forEach((group, units) -> needs.add(new Need(
                                        lineNo,
                                        part.getKey(),
                                        units,
                                        group.warehouse(),
                                        group.code(),
                                        grouped.alternatives(order.number(), lineNo, part.getKey()))));
                    }
                }
            }
        }
        return needs;
    }

    /** Only sets can be shipped in part, so shipments are loaded only for orders with sets. */
    private List<Shipment> parcels(List<Order> all) {
        var withSets = all.stream()
                .filter(order ->
                        order.lines().stream().anyMatch(line -> !line.articles().isEmpty()))
                .map(Order::number)
                .toList();
        return withSets.isEmpty() ? List.of() : shipments.ofOrders(withSets);
    }

    private Map<Sku, Product> products(List<Order> all) {
        return catalog.find(Articles.skus(all), clock.today());
    }
}

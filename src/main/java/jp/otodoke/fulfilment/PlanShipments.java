package jp.otodoke.fulfilment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.otodoke.catalog.Product;
import jp.otodoke.orders.Order;
import jp.otodoke.orders.OrderDestination;
import jp.otodoke.orders.Timeline;
import jp.otodoke.platform.data.NumberSequences;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.ShipmentNumber;
import jp.otodoke.shared.Sku;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Plans the shipments of orders, each with its number; those that have their stock leave while others wait. */
@Component
class PlanShipments {
    private final Shipments shipments;
    private final PlannedShipments planned;
    private final SetParts setParts;
    private final ShipDays shipDays;
    private final UnreachableShipments unreachable;
    private final NumberSequences numberSequences;
    private final Timeline timeline;

    PlanShipments(
            Shipments shipments,
            PlannedShipments planned,
            SetParts setParts,
            ShipDays shipDays,
            UnreachableShipments unreachable,
            NumberSequences numberSequences,
            Timeline timeline) {
        this.shipments = shipments;
        this.planned = planned;
        this.setParts = setParts;
        this.shipDays = shipDays;
        this.unreachable = unreachable;
        this.numberSequences = numberSequences;
        this.timeline = timeline;
    }

    /**
     * A shipment that was planned while another one waited for stock keeps its number and its day.
     *
     * @param waiting codes of the groups that wait for stock, by order; if an order has none, {@link PlanShipDay} follows
     */
    void plan(
            Collection<Order> orders,
            Map<Sku, Product> products,
            GroupedGoods grouped,
            Map<OrderNumber, Set<String>> waiting) {
        plan(
                orders,
                products,
                grouped,
                waiting,
                planned.of(orders.stream().map(Order::number).toList()),
                packed(orders, grouped));
    }

    /**
     * As {@link #plan(Collection, Map, GroupedGoods, Map)}, of orders that are planned for the first time.
     *
     * @return what is planned
     */
    Collection<PlannedShipment> planNew(
            Collection<Order> orders,
            Map<Sku, Product> products,
            GroupedGoods grouped,
            Map<OrderNumber, Set<String>> waiting) {
        return plan(orders, products, grouped, waiting, Map.of(), Map.of());
    }

    private Collection<PlannedShipment> plan(
            Collection<Order> orders,
            Map<Sku, Product> products,
            GroupedGoods grouped,
            Map<OrderNumber, Set<String>> waiting,
            Map<OrderNumber, Map<ShipmentGroup, PlannedShipment>> before,
            Map<OrderNumber, PackedQuantities> packed) {
        var open = new LinkedHashMap<Order, Set<ShipmentGroup>>();
        orders.forEach(order -> open.put(
                order, open(order, products, grouped, packed.getOrDefault(order.number(), PackedQuantities.NONE))));
        planned.cancel(vanished(before, open), ShipmentPlan.Cancelled.REPLANNED);

        var after = dated(numbered(before, open), open.keySet(), waiting);
        planned.add(after.stream().filter(one -> before(before, one).isEmpty()).toList());
        var moved = after.stream()
                .filter(one ->
                        before(before, one).filter(known -> !known.equals(one)).isPresent())
                .toList();
        planned.reschedule(moved);
        ask(open.keySet(), before, after, waiting);
        tell(after.stream()
                .filter(one -> waiting.containsKey(one.order())
                        && before(before, one).flatMap(PlannedShipment::day).isEmpty())
                .toList());
        return after;
    }

    /** Those of a waiting order that have their stock but no day wait for a person, not for the rest. */
    private void ask(
            Collection<Order> orders,
            Map<OrderNumber, Map<ShipmentGroup, PlannedShipment>> before,
            List<PlannedShipment> after,
            Map<OrderNumber, Set<String>> waiting) {
        var asked = after.stream()
                .filter(one -> waiting.containsKey(one.order()))
                .filter(one -> one.day().isEmpty() && !waits(one, waiting))
                .collect(Collectors.toMap(PlannedShipment::number, Function.identity()));
        unreachable.settled(before.values().stream()
                .flatMap(mine -> mine.values().stream())
                .filter(one -> one.day().isEmpty() && !asked.containsKey(one.number()))
                .map(PlannedShipment::number)
                .toList());
        if (!asked.isEmpty()) {
            var byNumber = orders.stream().collect(Collectors.toMap(Order::number, Function.identity()));
            asked.values().forEach(one -> unreachable.ask(Objects.requireNonNull(byNumber.get(one.order())), one));
        }
    }

    private static Optional<PlannedShipment> before(
            Map<OrderNumber, Map<ShipmentGroup, PlannedShipment>> before, PlannedShipment now) {
        return Optional.ofNullable(before.getOrDefault(now.order(), Map.of()).get(now.group()));
    }

    private static List<ShipmentNumber> vanished(
            Map<OrderNumber, Map<ShipmentGroup, PlannedShipment>> before, Map<Order, Set<ShipmentGroup>> open) {
        return open.entrySet().stream()
                .flatMap(one -> before.getOrDefault(one.getKey().number(), Map.of()).values().stream()
                        .filter(known -> !one.getValue().contains(known.group())))
                .map(PlannedShipment::number)
                .toList();
    }

    private List<PlannedShipment> numbered(
            Map<OrderNumber, Map<ShipmentGroup, PlannedShipment>> before, Map<Order, Set<ShipmentGroup>> open) {
        var all = open.entrySet().stream()
                .flatMap(one -> one.getValue().stream()
                        .map(group -> new Wanted(
                                one.getKey().number(),
                                group,
                                before.getOrDefault(one.getKey().number(), Map.of())
                                        .get(group))))
                .toList();
        int fresh = (int) all.stream().filter(one -> one.known() == null).count();
        var numbers = fresh == 0
                ? Collections.<String>emptyIterator()
                : numberSequences.next("shipment_number_seq", "S", 8, fresh).iterator();
        return all.stream()
                .map(one -> one.known() == null
                        ? new PlannedShipment(
                                ShipmentNumber.of(numbers.next()), one.order(), one.group(), Optional.empty())
                        : one.known())
                .toList();
    }

    private List<PlannedShipment> dated(
            List<PlannedShipment> all, Collection<Order> orders, Map<OrderNumber, Set<String>> waiting) {
        var byNumber = orders.stream().collect(Collectors.toMap(Order::number, Function.identity()));
        var undated = new TreeMap<ShipmentNumber, List<OrderDestination>>();
        all.stream()
                .filter(one -> one.day().isEmpty() && !waits(one, waiting))
                .forEach(one -> undated.put(one.number(), List.of(destination(one, byNumber))));
        var days = undated.isEmpty() ? Map.<ShipmentNumber, Optional<LocalDate>>of() : shipDays.plan(undated);
        return all.stream()
                .map(one -> waits(one, waiting)
                        ? one.on(Optional.empty())
                        : one.on(one.day().or(() -> days.getOrDefault(one.number(), Optional.empty()))))
                .toList();
    }

    private static OrderDestination destination(PlannedShipment one, Map<OrderNumber, Order> orders) {
        return Objects.requireNonNull(orders.get(one.order()))
                .destinations()
                .get(one.group().destination() - 1);
    }

    private static boolean waits(PlannedShipment one, Map<OrderNumber, Set<String>> waiting) {
        return waiting.getOrDefault(one.order(), Set.of()).contains(one.group().code());
    }

    private void tell(List<PlannedShipment> parts) {
        var entries = parts.stream()
                .flatMap(one -> one.day().stream()
                        .map(day -> new Timeline.Entry(
                                one.order(),
                                "PART_READY",
                                BilingualText.of(
                                        "timeline.part-ready",
                                        one.group().warehouse().name(),
                                        day),
                                "system")))
                .toList();
        if (!entries.isEmpty()) {
            timeline.add(entries);
        }
    }

    /** What the shipments of those orders contain that leave in several. */
    private Map<OrderNumber, PackedQuantities> packed(Collection<Order> orders, GroupedGoods grouped) {
        var several = orders.stream()
                .map(Order::number)
                .filter(number -> grouped.of(number).size() > 1)
                .toList();
        if (several.isEmpty()) {
            return Map.of();
        }
        var parcels = new HashMap<OrderNumber, List<Shipment>>();
        shipments.ofOrders(several).forEach(parcel -> parcel.orderNumbers()
                .forEach(number -> parcels.computeIfAbsent(number, known -> new ArrayList<>())
                        .add(parcel)));
        var sets = setParts.of(several);
        return several.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        number -> PackedQuantities.of(
                                number, parcels.getOrDefault(number, List.of()), sets.getOrDefault(number, Map.of()))));
    }

    /** Groups of which something is in no shipment yet; one that travels as a whole is never in a shipment in part. */
    private static Set<ShipmentGroup> open(
            Order order, Map<Sku, Product> products, GroupedGoods grouped, PackedQuantities packed) {
        var groups = grouped.of(order.number());
        if (groups.size() < 2) {
            return order.openPieces() > 0 ? groups : Set.of();
        }
        var open = new TreeSet<ShipmentGroup>();
        for (int line = 1; line <= order.lines().size(); line++) {
            var orderLine = order.lines().get(line - 1);
            var parts = Articles.of(orderLine, products);
            for (var missing : packed.missing(line, orderLine.open(), parts).entrySet()) {
                open.addAll(grouped.of(order.number(), line, missing.getKey(), missing.getValue())
                        .keySet());
            }
        }
        return open;
    }

    /** @param known null if it is planned for the first time */
    private record Wanted(OrderNumber order, ShipmentGroup group, @Nullable PlannedShipment known) {}
}

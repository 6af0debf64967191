package jp.otodoke.fulfilment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jp.otodoke.catalog.Catalog;
import jp.otodoke.catalog.Product;
import jp.otodoke.catalog.ProductKind;
import jp.otodoke.fulfilment.OrderInWave.Piece;
import jp.otodoke.orders.AdvanceOrder;
import jp.otodoke.orders.AdvanceOrder.Pieces;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.Order;
import jp.otodoke.orders.OrderStatus;
import jp.otodoke.orders.RemainingTotals;
import jp.otodoke.orders.Timeline;
import jp.otodoke.payments.CaptureOnShipment;
import jp.otodoke.payments.FindPayment;
import jp.otodoke.payments.Payment;
import jp.otodoke.platform.data.KeptPlans;
import jp.otodoke.platform.data.NumberSequences;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.ShipmentNumber;
import jp.otodoke.shared.Sku;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Creates shipments for the orders due to ship, as {@link Consolidation} says. Of an order that leaves in several shipments
 * those go that are due; it is dispatched when the last has gone.
 */
@Component
public class ReleaseWave {
    private static final int CUSTOMERS = 40;

    private final KeptPlans plans;
    private final PlannedShipments planned;
    private final SplitArticles splits;
    private final SetParts setParts;
    private final GroupGoods groupGoods;
    private final FindOrder orders;
    private final Shipments shipments;
    private final Catalog catalog;
    private final DueOrders dueOrders;
    private final AdvanceOrder advance;
    private final RemainingTotals remainingTotals;
    private final FindPayment payments;
    private final CaptureOnShipment capture;
    private final OrderStatusFromShipments orderStatus;
    private final NumberSequences numberSequences;
    private final ShippingPolicy policy;
    private final CashLimits cashLimits;
    private final DropRequestedDates dropRequestedDates;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;
    private final BusinessClock clock;

    ReleaseWave(
            KeptPlans plans,
            PlannedShipments planned,
            SplitArticles splits,
            SetParts setParts,
            GroupGoods groupGoods,
            FindOrder orders,
            Shipments shipments,
            Catalog catalog,
            DueOrders dueOrders,
            AdvanceOrder advance,
            RemainingTotals remainingTotals,
            FindPayment payments,
            CaptureOnShipment capture,
            OrderStatusFromShipments orderStatus,
            NumberSequences numberSequences,
            ShippingPolicy policy,
            CashLimits cashLimits,
            DropRequestedDates dropRequestedDates,
            Timeline timeline,
            ApplicationEventPublisher events,
            BusinessClock clock) {
        this.plans = plans;
        this.planned = planned;
        this.splits = splits;
        this.setParts = setParts;
        this.groupGoods = groupGoods;
        this.orders = orders;
        this.shipments = shipments;
        this.catalog = catalog;
        this.dueOrders = dueOrders;
        this.advance = advance;
        this.remainingTotals = remainingTotals;
        this.payments = payments;
        this.capture = capture;
        this.orderStatus = orderStatus;
        this.numberSequences = numberSequences;
        this.policy = policy;
        this.cashLimits = cashLimits;
        this.dropRequestedDates = dropRequestedDates;
        this.timeline = timeline;
        this.events = events;
        this.clock = clock;
    }

    /** Releases the orders of some customers, outside of any wave; repeat until {@link #more()} returns false. */
    @Transactional
    public void release() {
        var customers = dueOrders.customers(clock.today(), DueOrders.Range.ALL, CUSTOMERS);
        release(dueOrders.lock(clock.today(), customers), WaveScope.ALL);
    }

    /** @param locked due orders, which nobody changes before the transaction ends */
    @Transactional(propagation = Propagation.MANDATORY)
    Result release(List<OrderNumber> locked, WaveScope scope) {
        plans.use();
        var due = orders.all(locked);
        if (due.isEmpty()) {
            return new Result(0, 0, 0);
        }
        var numbers = due.stream().map(Order::number).toList();
        var products = catalog.find(Articles.skus(due), clock.today());
        var grouped = groupGoods.group(due, products);
        var several = planned.of(numbers);
        var sets = setParts.of(numbers);
        var earlier = earlier(numbers);
        var waves = new LinkedHashMap<Order, OrderInWave>();
        var taken = new ArrayList<Order>();
        var whole = new ArrayList<Order>();
        for (var order : due) {
            var wave = new OrderInWave(
                    order,
                    products,
                    grouped,
                    several.getOrDefault(order.number(), Map.of()),
                    PackedQuantities.of(
                            order.number(),
                            earlier.getOrDefault(order.number(), List.of()),
                            sets.getOrDefault(order.number(), Map.of())),
                    group -> scope.covers(
                            policy.methodFor(group.warehouse(), group.cool(), prefecture(order, group.destination()))));
            if (wave.isPassedOver(clock.today())) {
                continue;
            }
            taken.add(order);
            waves.put(order, wave);
            if (wave.leavesSomething(clock.today())) {
                plan(order, wave.next(clock.today()));
            } else {
                shipServices(order, products);
                whole.add(order);
            }
        }
        var owed = owed(taken.stream().map(Order::number).toList());
        var leaving = leaving(waves, owed);
        var parcels = leaving.shipments();
        collectCash(taken, owed, earlier, parcels);
        var released = whole.stream().map(Order::number).toList();
        advance.advanceTo(released, OrderStatus.DISPATCHED);
        planned.merged(leaving.merged());
        planned.released(leaving.planned().keySet());
        several.values().stream()
                .flatMap(mine -> mine.values().stream())
                .filter(one -> one.group().part() > 1 && leaving.planned().containsKey(one.number()))
                .forEach(one -> splits.end(one.order(), one.group().part()));
        planned.cancel(unused(released, several, leaving), ShipmentPlan.Cancelled.REPLANNED);
        shipments.saveAllAndFlush(parcels);
        var carried = carried(parcels);
        var happened = new ArrayList<Timeline.Entry>();
        numbers.stream()
                .filter(number -> carried.contains(number) || released.contains(number))
                .forEach(number -> happened.add(
                        new Timeline.Entry(number, "RELEASED", BilingualText.of("timeline.instructed"), "system")));
        leaving.merged()
                .forEach((number, survivor) -> happened.add(new Timeline.Entry(
                        Objects.requireNonNull(leaving.planned().get(number)),
                        "SHIPMENT_MERGED",
                        BilingualText.of("timeline.shipment-merged", number, survivor),
                        "system")));
        timeline.add(happened);
        nothingToShip(released, carried);
        if (!released.isEmpty()) {
            events.publishEvent(new OrderSignal(OrderSignal.Kind.RELEASED, released));
        }
        if (!parcels.isEmpty()) {
            events.publishEvent(new ShipmentSignal(
                    ShipmentSignal.Kind.PLANNED,
                    parcels.stream().map(Shipment::number).toList()));
        }
        return new Result(taken.size(), parcels.size(), due.size() - taken.size());
    }

    /** What is to arrive on a day that it can't reach any more leaves without a day. */
    private Consolidation leaving(Map<Order, OrderInWave> waves, Map<OrderNumber, Yen> owed) {
        var today = clock.today();
        var due = new LinkedHashMap<Order, List<Piece>>();
        waves.forEach((order, wave) -> due.put(order, wave.due(today)));
        dropRequestedDates.unreachable(due, today);
        var leaving = new Consolidation(owed, key -> cashLimits.of(method(key).carrier()));
        waves.forEach((order, wave) -> due.getOrDefault(order, List.of())
                .forEach(piece -> leaving.add(order, piece, wave.planned(piece.group()))));
        leaving.form(this::plan);
        return leaving;
    }

    /** What stays behind leaves on its own day; an order that waits for stock has none. */
    private void plan(Order order, Optional<LocalDate> next) {
        if (order.progress() == OrderStatus.READY) {
            advance.plan(Map.of(order.number(), next));
        }
    }

    /** Plans of orders of which nothing is left. */
    private static List<ShipmentNumber> unused(
            List<OrderNumber> released,
            Map<OrderNumber, Map<ShipmentGroup, PlannedShipment>> several,
            Consolidation leaving) {
        return released.stream()
                .flatMap(order -> several.getOrDefault(order, Map.of()).values().stream())
                .map(PlannedShipment::number)
                .filter(number -> !leaving.planned().containsKey(number))
                .toList();
    }

    private static Set<OrderNumber> carried(Collection<Shipment> parcels) {
        var carried = new TreeSet<OrderNumber>();
        parcels.forEach(p -> carried.addAll(p.orderNumbers()));
        return carried;
    }

    /** An order with services only has no shipment to wait for. */
    private void nothingToShip(List<OrderNumber> released, Set<OrderNumber> carried) {
        var done = released.stream().filter(o -> !carried.contains(o)).toList();
        if (!done.isEmpty()) {
            capture.shipped(done);
            orderStatus.orders(done);
        }
    }

    /** Whether any orders are due to be released now. */
    @Transactional(readOnly = true)
    public boolean more() {
        return !dueOrders.customers(clock.today(), DueOrders.Range.ALL, 1).isEmpty();
    }

    /** Existing shipments by order. */
    private Map<OrderNumber, List<Shipment>> earlier(List<OrderNumber> orderNumbers) {
        var result = new LinkedHashMap<OrderNumber, List<Shipment>>();
        for (var shipment : shipments.ofOrders(orderNumbers)) {
            shipment.orderNumbers().forEach(o -> result.computeIfAbsent(o, k -> new ArrayList<>())
                    .add(shipment));
        }
        return result;
    }

    private void shipServices(Order order, Map<Sku, Product> products) {
        var done = new ArrayList<Pieces>();
        for (int line = 1; line <= order.lines().size(); line++) {
            var orderLine = order.lines().get(line - 1);
            var product = products.get(orderLine.sku());
            if (orderLine.open() > 0 && product != null && product.kind() == ProductKind.SERVICE) {
                done.add(new Pieces(line, orderLine.open()));
            }
        }
        if (!done.isEmpty()) {
            advance.ship(order.number(), done);
        }
    }

    private static String prefecture(Order order, int destination) {
        return order.destinations().get(destination - 1).address().prefecture();
    }

    private Shipment plan(ConsolidationKey key, @Nullable ShipmentNumber number) {
        return Shipment.plan(
                number == null ? ShipmentNumber.of(numberSequences.next("shipment_number_seq", "S", 8)) : number,
                key,
                method(key),
                clock.today(),
                clock.instant());
    }

    private ShippingMethod method(ConsolidationKey key) {
        return policy.methodFor(
                key.warehouse(), key.cool(), key.destination().address().prefecture());
    }

    /** The first shipment of an order collects the full amount that the order still owes. */
    private void collectCash(
            List<Order> due,
            Map<OrderNumber, Yen> owed,
            Map<OrderNumber, List<Shipment>> earlier,
            Iterable<Shipment> parcels) {
        var byNumber = new LinkedHashMap<OrderNumber, Order>();
        due.forEach(o -> byNumber.put(o.number(), o));
        for (var parcel : parcels) {
            if (parcel.paymentKind() == PaymentKind.COD) {
                var amount = Yen.ZERO;
                var tax = Yen.ZERO;
                for (var number : parcel.orderNumbers()) {
                    var order = byNumber.remove(number);
                    if (order != null && !collectedBefore(earlier.getOrDefault(number, List.of()))) {
                        amount = amount.plus(owed.getOrDefault(number, Yen.ZERO));
                        tax = tax.plus(remainingTotals.of(order).tax());
                    }
                }
                parcel.collect(amount, tax.min(amount));
            }
        }
    }

    private static boolean collectedBefore(List<Shipment> earlier) {
        return earlier.stream()
                .anyMatch(s -> s.codAmount().isPositive()
                        && s.status() != ShipmentStatus.CANCELLED
                        && s.status() != ShipmentStatus.RETURNED);
    }

    private Map<OrderNumber, Yen> owed(Collection<OrderNumber> orderNumbers) {
        return payments.all(orderNumbers).stream().collect(Collectors.toMap(Payment::orderNumber, Payment::open));
    }

    /**
     * @param released orders of which something leaves
     * @param passedOver due orders of another warehouse or carrier
     */
    record Result(int released, int shipments, int passedOver) {}
}

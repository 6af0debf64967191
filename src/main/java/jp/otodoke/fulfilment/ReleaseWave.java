package jp.otodoke.fulfilment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jp.otodoke.catalog.Catalog;
import jp.otodoke.catalog.Product;
import jp.otodoke.catalog.ProductKind;
import jp.otodoke.orders.AdvanceOrder;
import jp.otodoke.orders.AdvanceOrder.Pieces;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.LockOrdersToShip;
import jp.otodoke.orders.Order;
import jp.otodoke.orders.OrderLine;
import jp.otodoke.orders.OrderStatus;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.orders.RemainingTotals;
import jp.otodoke.orders.Timeline;
import jp.otodoke.payments.CaptureOnShipment;
import jp.otodoke.payments.FindPayment;
import jp.otodoke.payments.Payment;
import jp.otodoke.platform.data.NumberSequences;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.ShipmentNumber;
import jp.otodoke.shared.Sku;
import jp.otodoke.shared.Yen;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Creates shipments for the orders due to ship. Orders for the same destination and day share a shipment; an order
 * with several destinations gets several.
 */
@Component
public class ReleaseWave {
    private static final int CUSTOMERS = 40;

    private final JdbcClient jdbc;
    private final FindOrder orders;
    private final Shipments shipments;
    private final Catalog catalog;
    private final LockOrdersToShip lockOrders;
    private final AdvanceOrder advance;
    private final RemainingTotals remainingTotals;
    private final FindPayment payments;
    private final CaptureOnShipment capture;
    private final OrderStatusFromShipments orderStatus;
    private final NumberSequences numberSequences;
    private final ShippingPolicy policy;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;
    private final BusinessClock clock;

    ReleaseWave(
            JdbcClient jdbc,
            FindOrder orders,
            Shipments shipments,
            Catalog catalog,
            LockOrdersToShip lockOrders,
            AdvanceOrder advance,
            RemainingTotals remainingTotals,
            FindPayment payments,
            CaptureOnShipment capture,
            OrderStatusFromShipments orderStatus,
            NumberSequences numberSequences,
            ShippingPolicy policy,
            Timeline timeline,
            ApplicationEventPublisher events,
            BusinessClock clock) {
        this.jdbc = jdbc;
        this.orders = orders;
        this.shipments = shipments;
        this.catalog = catalog;
        this.lockOrders = lockOrders;
        this.advance = advance;
        this.remainingTotals = remainingTotals;
        this.payments = payments;
        this.capture = capture;
        this.orderStatus = orderStatus;
        this.numberSequences = numberSequences;
        this.policy = policy;
        this.timeline = timeline;
        this.events = events;
        this.clock = clock;
    }

    /** Releases the orders of some customers; repeat until {@link #more()} returns false. */
    @Transactional
    public void release() {
        var due = orders.all(lockOrders.lock(clock.today(), CUSTOMERS));
        if (due.isEmpty()) {
            return;
        }
        var released = due.stream().map(Order::number).toList();
        var products = products(due);
        var earlier = earlier(released);
        var parcels = new LinkedHashMap<ConsolidationKey, Shipment>();
        for (var order : due) {
            pack(order, products, earlier.getOrDefault(order.number(), List.of()), parcels);
        }
        collectCash(due, earlier, parcels.values());
        advance.advanceTo(released, OrderStatus.DISPATCHED);
        shipments.saveAllAndFlush(parcels.values());
        timeline.add(due.stream()
                .map(o -> new Timeline.Entry(o.number(), "RELEASED", BilingualText.of("timeline.instructed"), "system"))
                .toList());
        nothingToShip(due, parcels.values());
        events.publishEvent(new OrderSignal(OrderSignal.Kind.RELEASED, released));
        if (!parcels.isEmpty()) {
            events.publishEvent(new ShipmentSignal(
                    ShipmentSignal.Kind.PLANNED,
                    parcels.values().stream().map(Shipment::number).toList()));
        }
    }

    /** An order with services only has no shipment to wait for. */
    private void nothingToShip(List<Order> due, Iterable<Shipment> parcels) {
        var carried = new TreeSet<OrderNumber>();
        parcels.forEach(p -> carried.addAll(p.orderNumbers()));
        var done = due.stream()
                .map(Order::number)
                .filter(o -> !carried.contains(o))
                .toList();
        if (!done.isEmpty()) {
            capture.shipped(done);
            orderStatus.orders(done);
        }
    }

    /** Whether any orders are due to be released now. */
    @Transactional(readOnly = true)
    public boolean more() {
        return jdbc.sql(
                        """
                        select exists (select 1 from orders_order_view
                         where progress = 'READY' and not on_hold and planned_ship_date <= :today)
                        """)
                .param("today", clock.today())
                .query(Boolean.class)
                .single();
    }

    private Map<Sku, Product> products(List<Order> due) {
        var skus = new TreeSet<Sku>();
        due.forEach(o -> o.lines().forEach(l -> skus.add(l.sku())));
        var products = new LinkedHashMap<>(catalog.find(skus, clock.today()));
        var components = new TreeSet<Sku>();
        products.values().forEach(p -> components.addAll(p.components().keySet()));
        products.putAll(catalog.find(components, clock.today()));
        return products;
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

    private void pack(
            Order order, Map<Sku, Product> products, List<Shipment> earlier, Map<ConsolidationKey, Shipment> parcels) {
        var packed = PackedQuantities.of(order.number(), earlier);
        var done = new ArrayList<Pieces>();
        for (int i = 0; i < order.lines().size(); i++) {
            var line = order.lines().get(i);
            var product = products.get(line.sku());
            if (line.open() > 0 && product != null && product.kind() == ProductKind.SERVICE) {
                done.add(new Pieces(i + 1, line.open()));
                continue;
            }
            for (var part : AllocateOrder.parts(product).entrySet()) {
                var missing = part.getValue() * line.open()
                        - packed.shippedAhead(i + 1, part.getKey())
                        - packed.waiting(i + 1, part.getKey());
                if (missing > 0) {
                    var parcel = shipmentFor(order, line, parcels);
                    Optional.ofNullable(products.get(part.getKey()))
                            .ifPresent(goods -> parcel.atLeast(CoolService.of(goods.temperature())));
                    parcel.put(ShipmentLine.goods(order.number(), i + 1, part.getKey(), missing, part.getValue()));
                }
            }
        }
        if (!done.isEmpty()) {
            advance.ship(order.number(), done);
        }
    }

    private Shipment shipmentFor(Order order, OrderLine line, Map<ConsolidationKey, Shipment> planned) {
        var destination = order.destinations().get(line.destination() - 1);
        var kind = order.paymentMethod() == PaymentMethod.CASH_ON_DELIVERY ? PaymentKind.COD : PaymentKind.PREPAID;
        var shipment =
                planned.computeIfAbsent(new ConsolidationKey(order.customerNumber(), destination, kind), this::plan);
        shipment.remark(destination.packing().instruction());
        return shipment;
    }

    private Shipment plan(ConsolidationKey key) {
        return Shipment.plan(
                ShipmentNumber.of(numberSequences.next("shipment_number_seq", "S", 8)),
                key,
                policy.methodFor(key),
                clock.today(),
                clock.instant());
    }

    /** The first shipment of an order collects the full amount that the order still owes. */
    private void collectCash(List<Order> due, Map<OrderNumber, List<Shipment>> earlier, Iterable<Shipment> parcels) {
        var byNumber = new LinkedHashMap<OrderNumber, Order>();
        due.forEach(o -> byNumber.put(o.number(), o));
        var owed = owed(byNumber.keySet());
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
}

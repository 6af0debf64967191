package jp.otodoke.fulfilment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jp.otodoke.catalog.Catalog;
import jp.otodoke.catalog.Product;
import jp.otodoke.catalog.ProductKind;
import jp.otodoke.catalog.Temperature;
import jp.otodoke.orders.AdvanceOrder;
import jp.otodoke.orders.AdvanceOrder.Pieces;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.LockOrdersToShip;
import jp.otodoke.orders.Order;
import jp.otodoke.orders.OrderLine;
import jp.otodoke.orders.OrderStatus;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.orders.Remaining;
import jp.otodoke.orders.Timeline;
import jp.otodoke.payments.FindPayment;
import jp.otodoke.payments.Payment;
import jp.otodoke.payments.SettleShipped;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.Numbers;
import jp.otodoke.shared.Words;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes parcels of the orders whose ship day has come. Everything for one door on one day goes into one
 * parcel; an order with several doors becomes several.
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
    private final Remaining remaining;
    private final FindPayment payments;
    private final SettleShipped settle;
    private final FollowShipments follow;
    private final Numbers numbers;
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
            Remaining remaining,
            FindPayment payments,
            SettleShipped settle,
            FollowShipments follow,
            Numbers numbers,
            Timeline timeline,
            ApplicationEventPublisher events,
            BusinessClock clock) {
        this.jdbc = jdbc;
        this.orders = orders;
        this.shipments = shipments;
        this.catalog = catalog;
        this.lockOrders = lockOrders;
        this.advance = advance;
        this.remaining = remaining;
        this.payments = payments;
        this.settle = settle;
        this.follow = follow;
        this.numbers = numbers;
        this.timeline = timeline;
        this.events = events;
        this.clock = clock;
    }

    /** Releases the orders of some customers; call again until {@link #more()} is false. */
    @Transactional
    public void release() {
        var due = orders.all(lockOrders.lock(clock.today(), CUSTOMERS));
        if (due.isEmpty()) {
            return;
        }
        var released = due.stream().map(Order::number).toList();
        var products = products(due);
        var earlier = earlier(released);
        var parcels = new LinkedHashMap<Object, Shipment>();
        for (var order : due) {
            pack(order, products, earlier.getOrDefault(order.number(), List.of()), parcels);
        }
        collectCash(due, earlier, parcels.values());
        advance.reach(released, OrderStatus.DISPATCHED);
        shipments.saveAllAndFlush(parcels.values());
        timeline.add(due.stream()
                .map(o -> new Timeline.Entry(o.number(), "RELEASED", Words.of("timeline.instructed"), "system"))
                .toList());
        nothingToCarry(due, parcels.values());
        events.publishEvent(new OrderNews(OrderNews.Kind.RELEASED, released));
        if (!parcels.isEmpty()) {
            events.publishEvent(new ShipmentNews(
                    ShipmentNews.Kind.PLANNED,
                    parcels.values().stream().map(Shipment::number).toList()));
        }
    }

    /** An order of services only has no parcel to wait for. */
    private void nothingToCarry(List<Order> due, Iterable<Shipment> parcels) {
        var carried = new TreeSet<String>();
        parcels.forEach(p -> carried.addAll(p.orderNumbers()));
        var done = due.stream()
                .map(Order::number)
                .filter(o -> !carried.contains(o))
                .toList();
        if (!done.isEmpty()) {
            settle.shipped(done);
            follow.orders(done);
        }
    }

    /** Whether orders are due to be released now. */
    @Transactional(readOnly = true)
    public boolean more() {
        return jdbc.sql(
                        """
                        select exists (select 1 from orders_order_view
                         where progress = 'READY' and not on_hold and ship_day <= :today)
                        """)
                .param("today", clock.today())
                .query(Boolean.class)
                .single();
    }

    private Map<String, Product> products(List<Order> due) {
        var skus = new TreeSet<String>();
        due.forEach(o -> o.lines().forEach(l -> skus.add(l.sku())));
        var products = new LinkedHashMap<>(catalog.find(skus, clock.today()));
        var components = new TreeSet<String>();
        products.values().forEach(p -> components.addAll(p.components().keySet()));
        products.putAll(catalog.find(components, clock.today()));
        return products;
    }

    /** Parcels that were made of these orders before, by order. */
    private Map<String, List<Shipment>> earlier(List<String> numbers) {
        var result = new LinkedHashMap<String, List<Shipment>>();
        for (var shipment : shipments.ofOrders(numbers)) {
            shipment.orderNumbers().forEach(o -> result.computeIfAbsent(o, k -> new ArrayList<>())
                    .add(shipment));
        }
        return result;
    }

    private void pack(
            Order order, Map<String, Product> products, List<Shipment> earlier, Map<Object, Shipment> parcels) {
        var packed = Packed.of(order.number(), earlier);
        var done = new ArrayList<Pieces>();
        for (int i = 0; i < order.lines().size(); i++) {
            var line = order.lines().get(i);
            var product = products.get(line.sku());
            if (line.open() > 0 && product != null && product.kind() == ProductKind.SERVICE) {
                done.add(new Pieces(i + 1, line.open()));
                continue;
            }
            for (var part : KeepStock.parts(product).entrySet()) {
                var missing = part.getValue() * line.open()
                        - packed.leftAhead(i + 1, part.getKey())
                        - packed.waiting(i + 1, part.getKey());
                if (missing > 0) {
                    var parcel = parcel(order, line, parcels);
                    cool(parcel, products.get(part.getKey()));
                    parcel.put(ShipmentLine.goods(order.number(), i + 1, part.getKey(), missing, part.getValue()));
                }
            }
        }
        if (!done.isEmpty()) {
            advance.ship(order.number(), done);
        }
    }

    private Shipment parcel(Order order, OrderLine line, Map<Object, Shipment> parcels) {
        var destination = order.destinations().get(line.destination() - 1);
        var cod = order.paymentMethod() == PaymentMethod.CASH_ON_DELIVERY;
        var door = new Shipment.Door(order.customerNumber(), destination, cod);
        var parcel = parcels.computeIfAbsent(
                door.key(),
                k -> Shipment.plan(numbers.next("shipment_number_seq", "S", 8), door, clock.today(), clock.instant()));
        parcel.remark(destination.packing().instruction());
        return parcel;
    }

    private static void cool(Shipment parcel, @Nullable Product product) {
        if (product != null && product.temperature() == Temperature.FROZEN) {
            parcel.cool("FROZEN");
        } else if (product != null
                && product.temperature() == Temperature.CHILLED
                && !parcel.cool().equals("FROZEN")) {
            parcel.cool("CHILLED");
        }
    }

    /** The first parcel of an order collects what the whole order still owes. */
    private void collectCash(List<Order> due, Map<String, List<Shipment>> earlier, Iterable<Shipment> parcels) {
        var byNumber = new LinkedHashMap<String, Order>();
        due.forEach(o -> byNumber.put(o.number(), o));
        var owed = owed(byNumber.keySet());
        for (var parcel : parcels) {
            if (parcel.paymentKind().equals("COD")) {
                long amount = 0;
                long tax = 0;
                for (var number : parcel.orderNumbers()) {
                    var order = byNumber.remove(number);
                    if (order != null && !collectedBefore(earlier.getOrDefault(number, List.of()))) {
                        amount += owed.getOrDefault(number, 0L);
                        tax += remaining.of(order).tax();
                    }
                }
                parcel.collect(amount, Math.min(tax, Yen.of(amount).amount()));
            }
        }
    }

    private static boolean collectedBefore(List<Shipment> earlier) {
        return earlier.stream()
                .anyMatch(s -> s.codAmount() > 0
                        && s.status() != ShipmentStatus.CANCELLED
                        && s.status() != ShipmentStatus.RETURNED);
    }

    private Map<String, Long> owed(Collection<String> numbers) {
        return payments.all(numbers).stream()
                .collect(Collectors.toMap(Payment::orderNumber, p -> p.charged() - p.paid()));
    }
}

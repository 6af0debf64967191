package jp.otodoke.fulfilment;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import jp.otodoke.catalog.Catalog;
import jp.otodoke.inventory.ShipStock;
import jp.otodoke.inventory.ShipStock.Goods;
import jp.otodoke.inventory.Warehouse;
import jp.otodoke.orders.AdvanceOrder;
import jp.otodoke.orders.AdvanceOrder.Pieces;
import jp.otodoke.platform.data.KeptPlans;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.DayFormat;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.ShipmentNumber;
import jp.otodoke.shared.Sku;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records what the warehouse actually shipped and updates stock, order lines and parcels. */
@Component
public class RecordShipResults {
    private static final Duration CLOCK_TOLERANCE = Duration.ofHours(24);

    private final KeptPlans plans;
    private final Shipments shipments;
    private final SetParts setParts;
    private final ShipStock stock;
    private final Catalog catalog;
    private final AdvanceOrder advance;
    private final OrderStatusFromShipments follow;
    private final Parcels parcels;
    private final ShortShipments shortShipments;
    private final AcceptanceWithdrawn acceptanceWithdrawn;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final BusinessClock clock;

    RecordShipResults(
            KeptPlans plans,
            Shipments shipments,
            SetParts setParts,
            ShipStock stock,
            Catalog catalog,
            AdvanceOrder advance,
            OrderStatusFromShipments follow,
            Parcels parcels,
            ShortShipments shortShipments,
            AcceptanceWithdrawn acceptanceWithdrawn,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            BusinessClock clock) {
        this.plans = plans;
        this.shipments = shipments;
        this.setParts = setParts;
        this.stock = stock;
        this.catalog = catalog;
        this.advance = advance;
        this.follow = follow;
        this.parcels = parcels;
        this.shortShipments = shortShipments;
        this.acceptanceWithdrawn = acceptanceWithdrawn;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Each result of a shipment counts once, identified by result number and tracking number.
     *
     * @throws InvalidInput if a result names an unknown shipment or line, exceeds the instructed quantity, is of a
     *     moment at which the shipment can't have left, or follows the final result of a shipment that has left,
     *     after which the rest may have been cancelled or sent in another shipment
     */
    @Transactional
    public void record(List<ShipResult> results) {
        plans.use();
        parcels.reserve(results.stream().map(ShipResult::trackingNo).collect(Collectors.toSet()));
        var found = find(results);
        var all = parcelsOfSameOrders(found.values());
        var sets = setParts.of(all.keySet());
        var before = whole(all, sets);
        var fresh = new ArrayList<ShipResult>();
        for (var result : results) {
            var shipment = found.get(result.shipmentNumber());
            if (shipment == null) {
                throw new InvalidInput(
                        "ship_no", "unknown", BilingualText.of("shipment.problem.unknown", result.shipmentNumber()));
            }
            if (isNew(result)) {
                check(shipment, result);
                book(shipment, result);
                fresh.add(result);
            }
        }
        if (fresh.isEmpty()) {
            return;
        }
        var reported = new LinkedHashSet<Shipment>();
        fresh.forEach(r -> reported.add(found.get(r.shipmentNumber())));
        var left = fresh.stream()
                .filter(r -> carriesGoods(Objects.requireNonNull(found.get(r.shipmentNumber())), r))
                .toList();
        stock.ship(goods(found, fresh));
        orderLines(before, whole(all, sets));
        shipments.saveAllAndFlush(reported);
        parcels.add(left);
        announce(reported, left.stream().map(ShipResult::shipmentNumber).collect(Collectors.toSet()));
        reported.forEach(shortShipments::askAbout);
        follow.follow(reported);
        parcels.evaluate(reported);
    }

    /** A result may arrive before the acknowledgement, and it decides an open cancellation request. */
    private void announce(Set<Shipment> reported, Set<ShipmentNumber> left) {
        signal(ShipmentSignal.Kind.ACKNOWLEDGED, reported, s -> s.shippedAt() == null || left.contains(s.number()));
        signal(ShipmentSignal.Kind.SHIPPED, reported, s -> left.contains(s.number()));
        signal(
                ShipmentSignal.Kind.CANCEL_ANSWERED,
                reported,
                s -> s.cancelRequestId() != null && left.contains(s.number()));
        signal(ShipmentSignal.Kind.CANCELLED, reported, s -> s.status() == ShipmentStatus.CANCELLED);
    }

    private void signal(ShipmentSignal.Kind kind, Set<Shipment> reported, Predicate<Shipment> which) {
        var numbers = reported.stream().filter(which).map(Shipment::number).toList();
        if (!numbers.isEmpty()) {
            events.publishEvent(new ShipmentSignal(kind, numbers));
        }
    }

    private boolean isNew(ShipResult result) {
        return jdbc.sql(
                                """
                                insert into shipment_result (shipment_number, result_no, tracking_number, at)
                                values (:shipment, :result, tracking_key(:tracking), :at) on conflict do nothing
                                """)
                        .param("shipment", result.shipmentNumber().value())
                        .param("result", result.resultNo())
                        .param("tracking", result.trackingNo())
                        .param("at", Timestamp.from(clock.instant()))
                        .update()
                > 0;
    }

    /** Clocks of others may be wrong by some hours. */
    private boolean impossible(Shipment shipment, Instant shippedAt) {
        return shippedAt.isAfter(clock.instant().plus(CLOCK_TOLERANCE))
                || shippedAt.isBefore(shipment.createdAt().minus(CLOCK_TOLERANCE));
    }

    private void check(Shipment shipment, ShipResult result) {
        var problems = new ArrayList<FieldProblem>();
        var left = shipment.shippedAt() != null;
        if (left && result.empty()) {
            return;
        }
        if (left && shipment.resultFinal()) {
            problems.add(new FieldProblem(
                    "ship_no", "conflict", BilingualText.of("shipment.problem.final-result-given", shipment.number())));
        } else if (shipment.status().ended() || shipment.status() == ShipmentStatus.PLANNED) {
            problems.add(new FieldProblem(
                    "ship_no",
                    "conflict",
                    BilingualText.of(
                            "shipment.problem.wrong-state",
                            shipment.number(),
                            BilingualText.of("status.shipment." + shipment.status()))));
        }
        if (impossible(shipment, result.shippedAt())) {
            problems.add(new FieldProblem(
                    "shipped_at",
                    "invalid",
                    BilingualText.of(
                            "shipment.problem.shipping-moment",
                            shipment.number(),
                            DayFormat.of(LocalDate.ofInstant(result.shippedAt(), BusinessClock.TOKYO)))));
        }
        for (var line : result.lines()) {
            if (line.lineNo() < 1 || line.lineNo() > shipment.lines().size()) {
                problems.add(new FieldProblem(
                        "line_no", "unknown", BilingualText.of("shipment.problem.unknown-line", line.lineNo())));
                continue;
            }
            var instructed = shipment.lines().get(line.lineNo() - 1);
            if (!instructed.sku().equals(line.itemCode())) {
                problems.add(new FieldProblem(
                        "item_code",
                        "mismatch",
                        BilingualText.of("shipment.problem.other-item", instructed.sku(), line.itemCode())));
            }
            if (line.quantity() < 0 || line.quantity() > instructed.quantity() - instructed.shipped()) {
                problems.add(new FieldProblem(
                        "quantity",
                        "invalid",
                        BilingualText.of("shipment.problem.quantity", instructed.quantity(), line.quantity())));
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
    }

    private void book(Shipment shipment, ShipResult result) {
        if (carriesGoods(shipment, result)) {
            if (shipment.resultFinal()) {
                shortShipments.over(shipment);
            }
            if (shipment.acceptanceWithdrawn()) {
                acceptanceWithdrawn.over(shipment);
            }
            shipment.ship(result.shippedAt(), result.carrier(), result.trackingNo(), result.last(), clock.instant());
        } else {
            shipment.nothingShipped(result.last(), clock.instant());
        }
        result.lines().stream()
                .filter(l -> l.quantity() > 0)
                .forEach(l -> shipment.lineShipped(l.lineNo(), l.quantity(), l.lot(), l.expiry()));
    }

    /** An insert alone is no shipment. */
    private static boolean carriesGoods(Shipment shipment, ShipResult result) {
        return result.lines().stream()
                .anyMatch(l ->
                        l.quantity() > 0 && shipment.lines().get(l.lineNo() - 1).isGoods());
    }

    private List<Goods> goods(Map<ShipmentNumber, Shipment> found, List<ShipResult> results) {
        var skus = results.stream()
                .flatMap(result -> result.lines().stream())
                .map(ShipResult.ResultLine::itemCode)
                .toList();
        var withoutStockKeeping = catalog.withoutStockKeeping(skus);
        var goods = new ArrayList<Goods>();
        for (var result : results) {
            var shipment = Objects.requireNonNull(found.get(result.shipmentNumber()));
            for (var line : result.lines()) {
                if (line.quantity() > 0) {
                    var instructed = shipment.lines().get(line.lineNo() - 1);
                    goods.add(new Goods(
                            instructed.sku(),
                            Warehouse.of(shipment.warehouse()),
                            line.quantity(),
                            "%s/%s/%s/%d/%d"
                                    .formatted(
                                            shipment.number(),
                                            result.resultNo(),
                                            result.trackingNo(),
                                            line.lineNo(),
                                            goods.size()),
                            line.lot(),
                            line.expiry(),
                            instructed.orderNumber(),
                            instructed.orderLineNo(),
                            !withoutStockKeeping.contains(instructed.sku())));
                }
            }
        }
        return goods;
    }

    /** A piece of a set counts as shipped once all its parts have. */
    private void orderLines(Map<OrderLineKey, Integer> before, Map<OrderLineKey, Integer> after) {
        var perOrder = new LinkedHashMap<OrderNumber, List<Pieces>>();
        after.forEach((line, pieces) -> {
            var more = pieces - before.getOrDefault(line, 0);
            if (more > 0) {
                perOrder.computeIfAbsent(line.order(), o -> new ArrayList<>()).add(new Pieces(line.line(), more));
            }
        });
        advance.ship(perOrder);
    }

    private static Map<OrderLineKey, Integer> whole(
            Map<OrderNumber, List<Shipment>> parcels, Map<OrderNumber, Map<Integer, Map<Sku, Integer>>> sets) {
        var whole = new LinkedHashMap<OrderLineKey, Integer>();
        parcels.forEach((order, mine) -> {
            var packed = PackedQuantities.of(order, mine, sets.getOrDefault(order, Map.of()));
            packed.lines().forEach(line -> whole.put(new OrderLineKey(order, line), packed.whole(line)));
        });
        return whole;
    }

    /** Grouped by order, since the articles of a set may have left in several shipments. */
    private Map<OrderNumber, List<Shipment>> parcelsOfSameOrders(Collection<Shipment> found) {
        var numbers = found.stream().flatMap(s -> s.orderNumbers().stream()).collect(Collectors.toSet());
        var result = new LinkedHashMap<OrderNumber, List<Shipment>>();
        for (var shipment : shipments.ofOrders(numbers)) {
            shipment.orderNumbers().stream().filter(numbers::contains).forEach(o -> result.computeIfAbsent(
                            o, n -> new ArrayList<>())
                    .add(shipment));
        }
        return result;
    }

    private record OrderLineKey(OrderNumber order, int line) {}

    private Map<ShipmentNumber, Shipment> find(List<ShipResult> results) {
        var numbers =
                results.stream().map(ShipResult::shipmentNumber).distinct().toList();
        return shipments.findAllById(numbers).stream().collect(Collectors.toMap(Shipment::number, Function.identity()));
    }
}

package jp.otodoke.fulfilment;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.otodoke.catalog.Catalog;
import jp.otodoke.inventory.ShipStock;
import jp.otodoke.inventory.ShipStock.Goods;
import jp.otodoke.orders.AdvanceOrder;
import jp.otodoke.orders.AdvanceOrder.Pieces;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.ShipmentNumber;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records what the warehouse actually shipped and updates stock, order lines and parcels. */
@Component
public class RecordShipResults {
    private final Shipments shipments;
    private final ShipStock stock;
    private final Catalog catalog;
    private final AdvanceOrder advance;
    private final OrderStatusFromShipments follow;
    private final Parcels parcels;
    private final ShortShipments shortShipments;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final BusinessClock clock;

    RecordShipResults(
            Shipments shipments,
            ShipStock stock,
            Catalog catalog,
            AdvanceOrder advance,
            OrderStatusFromShipments follow,
            Parcels parcels,
            ShortShipments shortShipments,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            BusinessClock clock) {
        this.shipments = shipments;
        this.stock = stock;
        this.catalog = catalog;
        this.advance = advance;
        this.follow = follow;
        this.parcels = parcels;
        this.shortShipments = shortShipments;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Each result of a shipment counts once, identified by result number and tracking number.
     *
     * @throws InvalidInput if a result names an unknown shipment or line, exceeds the instructed quantity, or
     *     follows the final result of its shipment, after which the rest may have been cancelled or sent in
     *     another shipment
     */
    @Transactional
    public void record(List<ShipResult> results) {
        var found = find(results);
        var all = parcelsOfSameOrders(found.values());
        var before = whole(all);
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
        var moved = new LinkedHashSet<Shipment>();
        fresh.forEach(r -> moved.add(found.get(r.shipmentNumber())));
        stock.ship(goods(found, fresh));
        orderLines(before, whole(all));
        shipments.saveAllAndFlush(moved);
        parcels.add(fresh);
        announce(moved);
        moved.forEach(shortShipments::askAbout);
        follow.follow(moved);
        parcels.evaluate(fresh.stream().map(ShipResult::trackingNo).distinct().toList());
    }

    /** A result may arrive before the acknowledgement, and it decides an open cancellation request. */
    private void announce(LinkedHashSet<Shipment> moved) {
        var numbers = moved.stream().map(Shipment::number).toList();
        events.publishEvent(new ShipmentSignal(ShipmentSignal.Kind.ACKNOWLEDGED, numbers));
        events.publishEvent(new ShipmentSignal(ShipmentSignal.Kind.SHIPPED, numbers));
        var undecided = moved.stream()
                .filter(s -> s.cancelRequestId() != null)
                .map(Shipment::number)
                .toList();
        if (!undecided.isEmpty()) {
            events.publishEvent(new ShipmentSignal(ShipmentSignal.Kind.CANCEL_ANSWERED, undecided));
        }
    }

    private boolean isNew(ShipResult result) {
        return jdbc.sql(
                                """
                                insert into shipment_result (shipment_number, result_no, tracking_number, at)
                                values (:shipment, :result, :tracking, :at) on conflict do nothing
                                """)
                        .param("shipment", result.shipmentNumber().value())
                        .param("result", result.resultNo())
                        .param("tracking", result.trackingNo())
                        .param("at", Timestamp.from(clock.instant()))
                        .update()
                > 0;
    }

    private static void check(Shipment shipment, ShipResult result) {
        var problems = new ArrayList<FieldProblem>();
        if (shipment.resultFinal()) {
            problems.add(new FieldProblem(
                    "ship_no", "conflict", BilingualText.of("shipment.problem.final-result-given", shipment.number())));
        } else if (shipment.status().ended() || shipment.status() == ShipmentStatus.PLANNED) {
            problems.add(new FieldProblem(
                    "ship_no",
                    "conflict",
                    BilingualText.of("shipment.problem.wrong-state", shipment.number(), shipment.status())));
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
        shipment.ship(result.shippedAt(), result.carrier(), result.trackingNo(), result.last(), clock.instant());
        result.lines().forEach(l -> shipment.lineShipped(l.lineNo(), l.quantity(), l.lot(), l.expiry()));
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

    private static Map<OrderLineKey, Integer> whole(Map<OrderNumber, List<Shipment>> parcels) {
        var whole = new LinkedHashMap<OrderLineKey, Integer>();
        parcels.forEach((order, mine) -> {
            var packed = PackedQuantities.of(order, mine);
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

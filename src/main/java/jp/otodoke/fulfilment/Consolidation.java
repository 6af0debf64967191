package jp.otodoke.fulfilment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.otodoke.fulfilment.OrderInWave.Piece;
import jp.otodoke.orders.Order;
import jp.otodoke.orders.OrderDestination;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.ShipmentNumber;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;

/**
 * What leaves together with a wave: goods from the same warehouse, at the same temperature, for the same destination and day
 * share a shipment, unless its carrier would have to collect more for it than it does. Of the numbers that were planned for it the
 * oldest survives.
 */
final class Consolidation {
    private final Map<ConsolidationKey, List<Leaving>> goods = new LinkedHashMap<>();
    private final List<Shipment> shipments = new ArrayList<>();
    private final Map<ShipmentNumber, OrderNumber> planned = new TreeMap<>();
    private final Map<ShipmentNumber, ShipmentNumber> merged = new TreeMap<>();
    private final Map<OrderNumber, Yen> owed;
    private final Function<ConsolidationKey, Optional<Yen>> limit;

    /** @param limit how much may be collected for a parcel at most; empty for any amount */
    Consolidation(Map<OrderNumber, Yen> owed, Function<ConsolidationKey, Optional<Yen>> limit) {
        this.owed = owed;
        this.limit = limit;
    }

    /** @param plan null if it was never planned by itself */
    void add(Order order, Piece piece, @Nullable PlannedShipment plan) {
        var key = new ConsolidationKey(
                order.customerNumber(),
                destination(order, piece),
                order.paymentMethod() == PaymentMethod.CASH_ON_DELIVERY ? PaymentKind.COD : PaymentKind.PREPAID,
                piece.group().warehouse(),
                piece.group().cool());
        goods.computeIfAbsent(key, k -> new ArrayList<>()).add(new Leaving(order, piece, plan));
    }

    /** @param make makes an empty shipment under the number planned for it, or null */
    void form(BiFunction<ConsolidationKey, @Nullable ShipmentNumber, Shipment> make) {
        goods.forEach((key, together) -> collectable(key, together).forEach(leaving -> {
            var numbers = new TreeMap<ShipmentNumber, OrderNumber>();
            leaving.stream()
                    .map(Leaving::plan)
                    .filter(Objects::nonNull)
                    .forEach(plan -> numbers.put(plan.number(), plan.order()));
            var shipment = make.apply(key, numbers.isEmpty() ? null : numbers.firstKey());
            joined(leaving).forEach(one -> one.putInto(shipment));
            shipments.add(shipment);
            planned.putAll(numbers);
            numbers.keySet().stream()
                    .filter(number -> !number.equals(shipment.number()))
                    .forEach(number -> merged.put(number, shipment.number()));
        }));
    }

    /** An order that owes more than the limit by itself was looked at by a person before; it shares its parcel with no other. */
    private Collection<List<Leaving>> collectable(ConsolidationKey key, List<Leaving> together) {
        var most = key.paymentKind() == PaymentKind.COD ? limit.apply(key) : Optional.<Yen>empty();
        if (most.isEmpty()) {
            return List.of(together);
        }
        var byOrder = together.stream()
                .collect(Collectors.groupingBy(one -> one.order().number(), LinkedHashMap::new, Collectors.toList()));
        var parcels = new ArrayList<List<Leaving>>();
        var collected = Yen.ZERO;
        for (var one : byOrder.entrySet()) {
            var cash = owed.getOrDefault(one.getKey(), Yen.ZERO);
            if (parcels.isEmpty() || collected.plus(cash).isMoreThan(most.get())) {
                parcels.add(new ArrayList<>());
                collected = Yen.ZERO;
            }
            parcels.get(parcels.size() - 1).addAll(one.getValue());
            collected = collected.plus(cash);
        }
        return parcels;
    }

    /** Pieces of one article of an order line that were split and leave together after all are one line. */
    private static Collection<Leaving> joined(List<Leaving> leaving) {
        var joined = new LinkedHashMap<List<Object>, Leaving>();
        leaving.forEach(one -> joined.merge(
                List.of(one.order().number(), one.piece().line(), one.piece().article()), one, Leaving::with));
        return joined.values();
    }

    Collection<Shipment> shipments() {
        return shipments;
    }

    /** The numbers that were planned, with their orders. */
    Map<ShipmentNumber, OrderNumber> planned() {
        return planned;
    }

    /** The numbers that survive, by those that don't. */
    Map<ShipmentNumber, ShipmentNumber> merged() {
        return merged;
    }

    private static OrderDestination destination(Order order, Piece piece) {
        return order.destinations().get(piece.group().destination() - 1);
    }

    private record Leaving(Order order, Piece piece, @Nullable PlannedShipment plan) {
        Leaving with(Leaving other) {
            return new Leaving(order, piece.with(other.piece().units()), plan);
        }

        void putInto(Shipment shipment) {
            shipment.remark(destination(order, piece).packing().instruction());
            shipment.put(
                    ShipmentLine.goods(order.number(), piece.line(), piece.article(), piece.units(), piece.each()));
        }
    }
}

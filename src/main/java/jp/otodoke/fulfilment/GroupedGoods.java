package jp.otodoke.fulfilment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import jp.otodoke.fulfilment.GroupGoods.Place;
import jp.otodoke.inventory.Warehouse;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Sku;

/** Which goods of some orders travel together. */
final class GroupedGoods {
    private final Map<OrderNumber, Map<Place, ShipmentGroup>> groups = new TreeMap<>();
    private final Map<Place, List<Warehouse>> alternatives = new HashMap<>();
    private final Map<OrderNumber, List<Move>> moves = new TreeMap<>();

    void put(Place place, ShipmentGroup group) {
        groups.computeIfAbsent(place.order(), order -> new HashMap<>()).put(place, group);
    }

    /** @param others warehouses that may serve in place of the group's */
    void put(Place place, ShipmentGroup group, List<Warehouse> others) {
        put(place, group);
        if (!others.isEmpty()) {
            alternatives.put(place, others);
        }
    }

    List<Warehouse> alternatives(OrderNumber order, int line, Sku article) {
        return alternatives.getOrDefault(new Place(order, line, article), List.of());
    }

    /** What waited in one warehouse leaves from another. */
    void moved(Place place, Warehouse from, Warehouse to) {
        moves.computeIfAbsent(place.order(), order -> new ArrayList<>()).add(new Move(place.article(), from, to));
    }

    Map<OrderNumber, List<Move>> moves() {
        return moves;
    }

    void joinAmbientWithChilled(OrderNumber order) {
        var mine = groups.getOrDefault(order, Map.of());
        var all = Set.copyOf(mine.values());
        mine.replaceAll((place, group) -> group.joined(all));
    }

    /** Goods that a person has split off leave apart from the others of their group. */
    void split(Place place, int part) {
        groups.getOrDefault(place.order(), Map.of()).computeIfPresent(place, (known, group) -> group.asPart(part));
    }

    ShipmentGroup of(OrderNumber order, int line, Sku article) {
        return Objects.requireNonNull(groups.getOrDefault(order, Map.of()).get(new Place(order, line, article)));
    }

    Set<ShipmentGroup> of(OrderNumber order) {
        return new TreeSet<>(groups.getOrDefault(order, Map.of()).values());
    }

    record Move(Sku article, Warehouse from, Warehouse to) {}
}

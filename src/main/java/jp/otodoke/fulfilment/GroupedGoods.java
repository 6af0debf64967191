package jp.otodoke.fulfilment;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import jp.otodoke.fulfilment.GroupGoods.Place;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Sku;

/** Which goods of some orders travel together. */
final class GroupedGoods {
    private final Map<OrderNumber, Map<Place, ShipmentGroup>> groups = new TreeMap<>();

    void put(Place place, ShipmentGroup group) {
        groups.computeIfAbsent(place.order(), order -> new HashMap<>()).put(place, group);
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
}

package jp.otodoke.fulfilment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import jp.otodoke.fulfilment.GroupGoods.Place;
import jp.otodoke.inventory.Warehouse;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Sku;
import org.jspecify.annotations.Nullable;

/** Which goods of some orders travel together. */
final class GroupedGoods {
    private final Map<OrderNumber, Map<Place, ShipmentGroup>> groups = new TreeMap<>();
    private final Map<Place, SortedMap<Integer, Optional<Integer>>> parts = new HashMap<>();
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

    /**
     * Pieces that a person has split off leave apart from the others of their group.
     *
     * @param units null for all that are in no later part
     */
    void split(Place place, int part, @Nullable Integer units) {
        parts.computeIfAbsent(place, known -> new TreeMap<>(Comparator.reverseOrder()))
                .put(part, Optional.ofNullable(units));
    }

    /** Where so many units of an article that are still to be sent belong: what was split off last is filled first. */
    Map<ShipmentGroup, Integer> of(OrderNumber order, int line, Sku article, int units) {
        var place = new Place(order, line, article);
        var group = Objects.requireNonNull(groups.getOrDefault(order, Map.of()).get(place));
        var shares = new TreeMap<ShipmentGroup, Integer>();
        int left = units;
        for (var part : parts.getOrDefault(place, new TreeMap<>()).entrySet()) {
            int taken = Math.min(left, part.getValue().orElse(left));
            if (taken > 0) {
                shares.put(group.asPart(part.getKey()), taken);
                left -= taken;
            }
        }
        if (left > 0) {
            shares.put(group, left);
        }
        return shares;
    }

    /** All that there may be, also those of which nothing is left to be sent. */
    Set<ShipmentGroup> of(OrderNumber order) {
        var all = new TreeSet<ShipmentGroup>();
        groups.getOrDefault(order, Map.of()).forEach((place, group) -> {
            var split = parts.getOrDefault(place, new TreeMap<>());
            split.keySet().forEach(part -> all.add(group.asPart(part)));
            if (split.values().stream().allMatch(Optional::isPresent)) {
                all.add(group);
            }
        });
        return all;
    }

    record Move(Sku article, Warehouse from, Warehouse to) {}
}

package jp.otodoke.fulfilment;

import java.util.Comparator;
import java.util.Set;
import jp.otodoke.inventory.Warehouse;

/**
 * What travels together of an order: the goods to one of its destinations, from one warehouse, at one temperature.
 *
 * @param destination its number, from 1
 * @param part which part, from 1, if a person has split what would travel together
 */
record ShipmentGroup(int destination, Warehouse warehouse, CoolService cool, int part)
        implements Comparable<ShipmentGroup> {
    private static final Comparator<ShipmentGroup> ORDER = Comparator.comparing(ShipmentGroup::destination)
            .thenComparing(ShipmentGroup::cool)
            .thenComparing(ShipmentGroup::warehouse)
            .thenComparing(ShipmentGroup::part);

    ShipmentGroup(int destination, Warehouse warehouse, CoolService cool) {
        this(destination, warehouse, cool, 1);
    }

    ShipmentGroup asPart(int other) {
        return new ShipmentGroup(destination, warehouse, cool, other);
    }

    /** Names it among the groups of its order. */
    String code() {
        var whole = "%d/%s/%s".formatted(destination, cool, warehouse);
        return part == 1 ? whole : whole + "/" + part;
    }

    /** Ambient goods in the parcel of chilled ones, if there is one of these. */
    ShipmentGroup joined(Set<ShipmentGroup> groups) {
        var chilled = new ShipmentGroup(destination, warehouse, CoolService.CHILLED);
        return cool == CoolService.NONE && groups.contains(chilled) ? chilled : this;
    }

    @Override
    public int compareTo(ShipmentGroup other) {
        return ORDER.compare(this, other);
    }
}

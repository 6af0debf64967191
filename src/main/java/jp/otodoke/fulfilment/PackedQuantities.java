package jp.otodoke.fulfilment;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Sku;

/**
 * What the shipments of one order contain, per article. The articles of a set may leave in several shipments; the
 * set counts as shipped when all have left, and only missing articles are sent later. Returned goods count as not
 * shipped.
 */
final class PackedQuantities {
    /** Of an order without shipments. */
    static final PackedQuantities NONE = new PackedQuantities();

    private static final Part NOTHING = new Part(1, 0, 0);

    private final Map<Integer, Map<Sku, Part>> lines = new LinkedHashMap<>();

    private PackedQuantities() {}

    static PackedQuantities of(OrderNumber order, Collection<Shipment> parcels) {
        return of(order, parcels, Map.of());
    }

    /** @param setParts units of each article in one set, by line */
    static PackedQuantities of(
            OrderNumber order, Collection<Shipment> parcels, Map<Integer, Map<Sku, Integer>> setParts) {
        var packed = new PackedQuantities();
        setParts.forEach((line, parts) -> parts.forEach((article, each) ->
                packed.lines.computeIfAbsent(line, n -> new LinkedHashMap<>()).put(article, new Part(each, 0, 0))));
        for (var parcel : parcels) {
            parcel.lines().stream()
                    .filter(l -> l.isGoods() && l.orderNumber().equals(order))
                    .forEach(l -> packed.add(
                            l,
                            parcel.status() == ShipmentStatus.RETURNED ? 0 : l.shipped(),
                            parcel.toBeShipped() ? l.quantity() - l.shipped() : 0));
        }
        return packed;
    }

    private void add(ShipmentLine line, int left, int waiting) {
        lines.computeIfAbsent(line.orderLineNo(), n -> new LinkedHashMap<>())
                .merge(line.sku(), new Part(line.perPiece(), left, waiting), Part::plus);
    }

    /** The line numbers of the order that are in any shipment. */
    Set<Integer> lines() {
        return lines.keySet();
    }

    /** Pieces per order line of which any part is in a shipment that the warehouse has not finished. */
    Map<Integer, Integer> underway() {
        var result = new LinkedHashMap<Integer, Integer>();
        lines.keySet().forEach(line -> result.put(line, most(line, p -> up(p.waiting, p.perPiece))));
        return result;
    }

    /** Pieces of an order line that have shipped completely. */
    int whole(int line) {
        return lines.getOrDefault(line, Map.of()).values().stream()
                .mapToInt(p -> p.left / p.perPiece)
                .min()
                .orElse(0);
    }

    /** Pieces of an order line that have shipped at least in part. */
    int begun(int line) {
        return most(line, p -> up(p.left, p.perPiece));
    }

    /** Units of an article that have shipped for incomplete pieces of the order line. */
    int shippedAhead(int line, Sku sku) {
        var part = part(line, sku);
        return part.left - part.perPiece * whole(line);
    }

    /** Units of an article in shipments that the warehouse has not finished. */
    int waiting(int line, Sku sku) {
        return part(line, sku).waiting;
    }

    /** Units of each article of an order line that are still to be put into a shipment. */
    Map<Sku, Integer> missing(int line, int open, Map<Sku, Integer> parts) {
        var missing = new LinkedHashMap<Sku, Integer>();
        parts.forEach((article, each) -> {
            var units = each * open - shippedAhead(line, article) - waiting(line, article);
            if (units > 0) {
                missing.put(article, units);
            }
        });
        return missing;
    }

    private Part part(int line, Sku sku) {
        return lines.getOrDefault(line, Map.of()).getOrDefault(sku, NOTHING);
    }

    private int most(int line, ToIntFunction<Part> pieces) {
        return lines.getOrDefault(line, Map.of()).values().stream()
                .mapToInt(pieces)
                .max()
                .orElse(0);
    }

    private static int up(int articles, int perPiece) {
        return (articles + perPiece - 1) / perPiece;
    }

    private record Part(int perPiece, int left, int waiting) {
        Part plus(Part other) {
            return new Part(perPiece, left + other.left, waiting + other.waiting);
        }
    }
}

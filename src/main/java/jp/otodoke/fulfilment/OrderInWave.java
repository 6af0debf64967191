package jp.otodoke.fulfilment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import jp.otodoke.catalog.Product;
import jp.otodoke.orders.Order;
import jp.otodoke.orders.OrderStatus;
import jp.otodoke.shared.Sku;
import org.jspecify.annotations.Nullable;

/** What of an order leaves with a wave, and what stays behind for a day of its own. */
final class OrderInWave {
    private final Order order;
    private final Map<ShipmentGroup, PlannedShipment> planned;
    private final Predicate<ShipmentGroup> within;
    private final List<Piece> pieces = new ArrayList<>();

    /**
     * @param planned its shipments, if they are planned each by itself
     * @param within which of them the wave may release
     */
    OrderInWave(
            Order order,
            Map<Sku, Product> products,
            GroupedGoods grouped,
            Map<ShipmentGroup, PlannedShipment> planned,
            PackedQuantities packed,
            Predicate<ShipmentGroup> within) {
        this.order = order;
        this.planned = planned;
        this.within = within;
        for (int n = 1; n <= order.lines().size(); n++) {
            int line = n;
            var orderLine = order.lines().get(line - 1);
            var parts = Articles.of(orderLine, products);
            for (var missing : packed.missing(line, orderLine.open(), parts).entrySet()) {
                var article = missing.getKey();
                grouped.of(order.number(), line, article, missing.getValue())
                        .forEach((group, units) ->
                                pieces.add(new Piece(line, article, units, parts.getOrDefault(article, 1), group)));
            }
        }
    }

    /** Whether the wave may release nothing of it, or only a part where the rest has no day of its own. */
    boolean isPassedOver(LocalDate today) {
        return pieces.stream().anyMatch(piece -> !within.test(piece.group()))
                && (due(today).isEmpty()
                        || pieces.stream()
                                .map(Piece::group)
                                .anyMatch(group -> !isDue(group, today) && !planned.containsKey(group)));
    }

    List<Piece> due(LocalDate today) {
        return pieces.stream().filter(piece -> isDue(piece.group(), today)).toList();
    }

    /** An order of which something waits for stock is never complete. */
    boolean leavesSomething(LocalDate today) {
        return order.progress() == OrderStatus.AWAITING_STOCK
                || pieces.stream().anyMatch(piece -> !isDue(piece.group(), today));
    }

    /** The first day of the shipments that stay planned. */
    Optional<LocalDate> next(LocalDate today) {
        return planned.values().stream()
                .filter(one -> !isDue(one.group(), today))
                .flatMap(one -> one.day().stream())
                .min(Comparator.naturalOrder());
    }

    @Nullable
    PlannedShipment planned(ShipmentGroup group) {
        return planned.get(group);
    }

    /** Of an order that is ready, what has no day of its own leaves with the order. */
    private boolean isDue(ShipmentGroup group, LocalDate today) {
        var one = planned.get(group);
        return within.test(group)
                && (one == null
                        ? order.progress() == OrderStatus.READY
                        : one.day().filter(day -> !day.isAfter(today)).isPresent());
    }

    /**
     * @param units of the article
     * @param each units of it in one piece of the order line
     */
    record Piece(int line, Sku article, int units, int each, ShipmentGroup group) {
        Piece with(int more) {
            return new Piece(line, article, units + more, each, group);
        }
    }
}

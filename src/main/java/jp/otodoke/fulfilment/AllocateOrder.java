package jp.otodoke.fulfilment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.otodoke.catalog.Catalog;
import jp.otodoke.catalog.Product;
import jp.otodoke.catalog.ProductKind;
import jp.otodoke.inventory.AllocateStock;
import jp.otodoke.inventory.AllocateStock.Need;
import jp.otodoke.inventory.ReleaseStock;
import jp.otodoke.orders.AdvanceOrder;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.Order;
import jp.otodoke.orders.OrderStatus;
import jp.otodoke.orders.Timeline;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Sku;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Allocates stock for the open lines of an order, with sets split into their components, and reports what is
 * missing.
 */
@Component
public class AllocateOrder {
    private final FindOrder orders;
    private final Shipments shipments;
    private final Catalog catalog;
    private final AllocateStock allocateStock;
    private final ReleaseStock release;
    private final AdvanceOrder advance;
    private final Timeline timeline;
    private final BusinessClock clock;

    AllocateOrder(
            FindOrder orders,
            Shipments shipments,
            Catalog catalog,
            AllocateStock allocateStock,
            ReleaseStock release,
            AdvanceOrder advance,
            Timeline timeline,
            BusinessClock clock) {
        this.orders = orders;
        this.shipments = shipments;
        this.catalog = catalog;
        this.allocateStock = allocateStock;
        this.release = release;
        this.advance = advance;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** @return whether everything open is now allocated */
    @Transactional
    public boolean allocate(OrderNumber orderNumber) {
        var order = orders.get(orderNumber);
        var needs = needs(order);
        var missing = allocateStock.allocate(orderNumber, order.orderedAt(), needs);
        if (missing.isEmpty()) {
            return true;
        }
        if (order.progress() != OrderStatus.AWAITING_STOCK) {
            var words = missing.entrySet().stream()
                    .map(m -> BilingualText.of("timeline.awaiting-stock.product", m.getKey(), m.getValue()))
                    .toList();
            timeline.add(
                    orderNumber,
                    "AWAITING_STOCK",
                    BilingualText.of("timeline.awaiting-stock", BilingualText.list(words)),
                    "system");
            advance.advanceTo(List.of(orderNumber), OrderStatus.AWAITING_STOCK);
        }
        return false;
    }

    @Transactional
    public void release(OrderNumber orderNumber) {
        release.release(orderNumber);
    }

    /** Releases stock allocated beyond what is still open. */
    @Transactional
    public void releaseRest(OrderNumber orderNumber) {
        release.releaseBeyond(orderNumber, needs(orders.get(orderNumber)));
    }

    private List<Need> needs(Order order) {
        var products = products(order);
        var packedQuantities = packed(order, products);
        var needs = new ArrayList<Need>();
        for (int i = 0; i < order.lines().size(); i++) {
            var line = order.lines().get(i);
            if (line.open() > 0) {
                for (var part : parts(products.get(line.sku())).entrySet()) {
                    var left = packedQuantities.shippedAhead(i + 1, part.getKey());
                    var quantity = part.getValue() * line.open() - left;
                    if (quantity > 0) {
                        needs.add(new Need(i + 1, part.getKey(), quantity));
                    }
                }
            }
        }
        var known = new HashMap<>(products);
        var others = needs.stream()
                .map(Need::sku)
                .filter(sku -> !products.containsKey(sku))
                .distinct()
                .toList();
        known.putAll(catalog.find(others, clock.today()));
        return needs.stream()
                .filter(n -> known.containsKey(n.sku()) && known.get(n.sku()).stockKeeping())
                .toList();
    }

    /** Only sets can be shipped in part, so shipments are loaded only for orders with sets. */
    private PackedQuantities packed(Order order, Map<Sku, Product> products) {
        var sets = products.values().stream()
                .anyMatch(p -> parts(p).size() > 1 || parts(p).values().stream().anyMatch(n -> n > 1));
        return PackedQuantities.of(order.number(), sets ? shipments.ofOrders(List.of(order.number())) : List.of());
    }

    private Map<Sku, Product> products(Order order) {
        return catalog.find(order.lines().stream().map(l -> l.sku()).distinct().toList(), clock.today());
    }

    /** The articles that make up one piece: itself, or the components of a set; none for a service. */
    static Map<Sku, Integer> parts(@Nullable Product product) {
        if (product == null || product.kind() == ProductKind.SERVICE) {
            return Map.of();
        }
        if (product.kind() == ProductKind.SET
                && !product.stockKeeping()
                && !product.components().isEmpty()) {
            return new LinkedHashMap<>(product.components());
        }
        return Map.of(product.sku(), 1);
    }
}

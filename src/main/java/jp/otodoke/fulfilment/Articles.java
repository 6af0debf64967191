package jp.otodoke.fulfilment;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import jp.otodoke.catalog.Product;
import jp.otodoke.catalog.ProductKind;
import jp.otodoke.orders.Order;
import jp.otodoke.orders.OrderLine;
import jp.otodoke.shared.Sku;
import org.jspecify.annotations.Nullable;

/** What is packed for one piece, units by SKU: a set's articles as they were when it was sold, or the product itself. */
final class Articles {
    private Articles() {}

    /** None for a service. */
    static Map<Sku, Integer> of(OrderLine line, Map<Sku, Product> products) {
        return of(products.get(line.sku()), line.articles());
    }

    /** As it would be sold now; none for a service. */
    static Map<Sku, Integer> of(Product product) {
        return of(product, product.packedOf());
    }

    private static Map<Sku, Integer> of(@Nullable Product product, Map<Sku, Integer> articlesOfSet) {
        if (product == null || product.kind() == ProductKind.SERVICE) {
            return Map.of();
        }
        return articlesOfSet.isEmpty() ? Map.of(product.sku(), 1) : articlesOfSet;
    }

    /** Everything that is ordered, and the articles of sets among it. */
    static Set<Sku> skus(Collection<Order> orders) {
        var skus = new TreeSet<Sku>();
        orders.forEach(order -> order.lines().forEach(line -> {
            skus.add(line.sku());
            skus.addAll(line.articles().keySet());
        }));
        return skus;
    }
}

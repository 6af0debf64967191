package jp.otodoke.catalog;

import java.util.Map;
import java.util.TreeMap;
import jp.otodoke.shared.Sku;
import jp.otodoke.shared.TaxClass;
import jp.otodoke.shared.TextNormalizer;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;

/**
 * A product as it shall be from a day on; not validated yet.
 *
 * @param sku as typed, empty if it is missing
 * @param group of products; null if it is in none
 */
public record ProductData(
        String sku,
        String name,
        ProductKind kind,
        TaxClass taxClass,
        Yen unitPrice,
        boolean stockKeeping,
        boolean active,
        Temperature temperature,
        int weightGrams,
        Map<Sku, Integer> components,
        @Nullable String group) {
    public ProductData {
        sku = TextNormalizer.clean(sku);
        name = TextNormalizer.clean(name);
        components = new TreeMap<>(components);
        group = TextNormalizer.orNull(group);
    }

    public static ProductData of(Product product) {
        return new ProductData(
                product.sku().value(),
                product.name(),
                product.kind(),
                product.taxClass(),
                product.unitPrice(),
                product.stockKeeping(),
                product.active(),
                product.temperature(),
                product.weightGrams(),
                product.components(),
                product.group());
    }
}

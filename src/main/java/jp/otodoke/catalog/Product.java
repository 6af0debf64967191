package jp.otodoke.catalog;

import java.util.Map;
import jp.otodoke.shared.Sku;
import jp.otodoke.shared.TaxClass;
import jp.otodoke.shared.Yen;

/**
 * A product as it stands on one day.
 *
 * @param unitPrice with tax
 * @param components what a set consists of: pieces by SKU; empty for all other kinds
 */
public record Product(
        Sku sku,
        String name,
        ProductKind kind,
        TaxClass taxClass,
        Yen unitPrice,
        boolean stockKeeping,
        boolean active,
        Temperature temperature,
        int weightGrams,
        Map<Sku, Integer> components) {
    public Product {
        components = Map.copyOf(components);
    }
}

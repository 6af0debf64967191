package jp.otodoke.catalog;

import java.util.Map;
import java.util.TreeMap;
import jp.otodoke.shared.Sku;
import jp.otodoke.shared.TaxClass;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;

/**
 * A product as it stands on one day.
 *
 * @param unitPrice with tax
 * @param components what a set consists of: pieces by SKU; empty for all other kinds
 * @param group of products to which it belongs for rules such as rates of points; null if it is in none
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
        Map<Sku, Integer> components,
        @Nullable String group) {
    public Product {
        components = Map.copyOf(components);
    }

    /** What one piece is packed of, units by SKU, if it is a set that isn't kept in stock itself; otherwise nothing. */
    public Map<Sku, Integer> packedOf() {
        return kind == ProductKind.SET && !stockKeeping ? new TreeMap<>(components) : Map.of();
    }
}

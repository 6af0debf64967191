package jp.otodoke.mothers;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.otodoke.catalog.ProductData;
import jp.otodoke.catalog.ProductKind;
import jp.otodoke.catalog.Temperature;
import jp.otodoke.shared.Sku;
import jp.otodoke.shared.TaxClass;
import jp.otodoke.shared.Yen;

/** Products for tests; each call describes another one, with an SKU of its own. */
public record ProductMother(ProductData data) {
    /** A food that is sold at 3,000 yen and counted in stock. */
    public static ProductMother tea() {
        return of("お茶", TaxClass.REDUCED, 3000);
    }

    /** Taxed at the standard rate, at 4,000 yen. */
    public static ProductMother cream() {
        return of("美容クリーム", TaxClass.STANDARD, 4000);
    }

    /** Packed of these pieces by SKU, at 5,000 yen; itself counted nowhere. */
    public static ProductMother set(Map<String, Integer> components) {
        var set = of("お茶セット", TaxClass.REDUCED, 5000).data;
        return new ProductMother(new ProductData(
                set.sku(),
                set.name(),
                ProductKind.SET,
                set.taxClass(),
                set.unitPrice(),
                false,
                true,
                set.temperature(),
                set.weightGrams(),
                components.entrySet().stream()
                        .collect(Collectors.toMap(part -> Sku.of(part.getKey()), Map.Entry::getValue)),
                null));
    }

    private static ProductMother of(String name, TaxClass taxClass, long price) {
        return new ProductMother(new ProductData(
                "T-" + UUID.randomUUID().toString().substring(0, 8),
                name,
                ProductKind.GOODS,
                taxClass,
                Yen.of(price),
                true,
                true,
                Temperature.AMBIENT,
                100,
                Map.of(),
                null));
    }

    public String sku() {
        return data.sku();
    }

    public ProductMother coded(String sku) {
        return with(sku, data.name(), data.kind(), data.unitPrice(), data.stockKeeping(), data.active());
    }

    public ProductMother called(String name) {
        return with(data.sku(), name, data.kind(), data.unitPrice(), data.stockKeeping(), data.active());
    }

    public ProductMother costing(long price) {
        return with(data.sku(), data.name(), data.kind(), Yen.of(price), data.stockKeeping(), data.active());
    }

    public ProductMother being(ProductKind kind) {
        return with(data.sku(), data.name(), kind, data.unitPrice(), data.stockKeeping(), data.active());
    }

    /** Whose stock nobody counts. */
    public ProductMother uncounted() {
        return with(data.sku(), data.name(), data.kind(), data.unitPrice(), false, data.active());
    }

    /** Kept and carried at this temperature. */
    public ProductMother kept(Temperature temperature) {
        return new ProductMother(new ProductData(
                data.sku(),
                data.name(),
                data.kind(),
                data.taxClass(),
                data.unitPrice(),
                data.stockKeeping(),
                data.active(),
                temperature,
                data.weightGrams(),
                data.components(),
                data.group()));
    }

    public ProductMother in(String group) {
        return new ProductMother(new ProductData(
                data.sku(),
                data.name(),
                data.kind(),
                data.taxClass(),
                data.unitPrice(),
                data.stockKeeping(),
                data.active(),
                data.temperature(),
                data.weightGrams(),
                data.components(),
                group));
    }

    public ProductMother notSold() {
        return with(data.sku(), data.name(), data.kind(), data.unitPrice(), data.stockKeeping(), false);
    }

    private ProductMother with(
            String sku, String name, ProductKind kind, Yen price, boolean stockKeeping, boolean active) {
        return new ProductMother(new ProductData(
                sku,
                name,
                kind,
                data.taxClass(),
                price,
                stockKeeping,
                active,
                data.temperature(),
                data.weightGrams(),
                data.components(),
                data.group()));
    }
}

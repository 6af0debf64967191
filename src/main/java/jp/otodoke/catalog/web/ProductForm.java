package jp.otodoke.catalog.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jp.otodoke.catalog.Product;
import jp.otodoke.catalog.ProductData;
import jp.otodoke.catalog.ProductKind;
import jp.otodoke.catalog.Temperature;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.CalendarRange;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Sku;
import jp.otodoke.shared.TaxClass;
import jp.otodoke.shared.TextNormalizer;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the form of a product, as typed; a box that is not ticked is not sent.
 *
 * @param components one component per line: SKU, a space, pieces
 * @param from the day from which a changed price or tax class counts; empty is today
 */
record ProductForm(
        @Nullable String sku,
        @Nullable String name,
        @Nullable ProductKind kind,
        @Nullable TaxClass taxClass,
        @Nullable String unitPrice,
        @Nullable Boolean stockKeeping,
        @Nullable Boolean active,
        @Nullable Temperature temperature,
        @Nullable String weightGrams,
        @Nullable String components,
        @Nullable String group,
        @Nullable String from) {
    static ProductForm empty() {
        return new ProductForm(
                null,
                null,
                ProductKind.GOODS,
                TaxClass.STANDARD,
                null,
                true,
                true,
                Temperature.AMBIENT,
                null,
                null,
                null,
                null);
    }

    static ProductForm of(Product product) {
        return new ProductForm(
                product.sku().value(),
                product.name(),
                product.kind(),
                product.taxClass(),
                Long.toString(product.unitPrice().amount()),
                product.stockKeeping(),
                product.active(),
                product.temperature(),
                Integer.toString(product.weightGrams()),
                new TreeMap<>(product.components())
                        .entrySet().stream()
                                .map(part -> part.getKey() + " " + part.getValue())
                                .collect(Collectors.joining("\n")),
                product.group(),
                null);
    }

    /** What can't be read as a number becomes one that no product may have, and is named by the check. */
    ProductData data(String ownSku) {
        return new ProductData(
                ownSku,
                name == null ? "" : name,
                required("kind", kind),
                required("taxClass", taxClass),
                Yen.of(number(unitPrice).orElse(-1)),
                Boolean.TRUE.equals(stockKeeping),
                Boolean.TRUE.equals(active),
                required("temperature", temperature),
                TextNormalizer.blank(weightGrams) ? 0 : number(weightGrams).orElse(-1),
                parts(),
                group);
    }

    private static <T> T required(String field, @Nullable T chosen) {
        if (chosen == null) {
            throw new InvalidInput(field, "required", BilingualText.of("ui.problem.required"));
        }
        return chosen;
    }

    /** Empty where it is no date. */
    Optional<LocalDate> day(LocalDate today) {
        try {
            return Optional.of(TextNormalizer.blank(from) ? today : CalendarRange.day(from));
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }

    private Map<Sku, Integer> parts() {
        var parts = new LinkedHashMap<Sku, Integer>();
        if (components != null) {
            Arrays.stream(components.split("\\R"))
                    .map(TextNormalizer::clean)
                    .filter(line -> !line.isEmpty())
                    .map(line -> line.split("(?<=\\S)[\\s,x×]+(?=\\S+$)"))
                    .forEach(part -> parts.put(
                            Sku.of(part[0]), part.length > 1 ? number(part[1]).orElse(0) : 1));
        }
        return parts;
    }

    private static Optional<Integer> number(@Nullable String text) {
        var digits = TextNormalizer.clean(text).replaceAll("[,¥円]", "");
        return digits.matches("\\d{1,9}") ? Optional.of(Integer.valueOf(digits)) : Optional.empty();
    }
}

package jp.otodoke.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jp.otodoke.catalog.ProductKind;
import jp.otodoke.shared.TaxClass;
import jp.otodoke.shared.Yen;

/** A line of a product file, as far as it can be understood. */
record ProductRow(
        String sku, String name, ProductKind kind, TaxClass taxClass, Yen unitPrice, boolean stockKeeping, int stock) {
    static final List<String> COLUMNS =
            List.of("sku", "name", "kind", "tax_class", "unit_price", "stock_keeping", "initial_stock");
    private static final Set<String> YES = Set.of("true", "1", "yes");
    private static final Set<String> NO = Set.of("false", "0", "no");

    /** Columns that can't be understood. */
    static List<String> mistakes(Row row) {
        var wrong = new ArrayList<String>();
        if (kind(row).isEmpty()) {
            wrong.add("kind");
        }
        if (taxClass(row).isEmpty()) {
            wrong.add("tax_class");
        }
        if (number(row, "unit_price").isEmpty()) {
            wrong.add("unit_price");
        }
        var keeping = row.text("stock_keeping").toLowerCase(Locale.ROOT);
        if (!YES.contains(keeping) && !NO.contains(keeping)) {
            wrong.add("stock_keeping");
        }
        if (!row.text("initial_stock").isEmpty() && number(row, "initial_stock").isEmpty()) {
            wrong.add("initial_stock");
        }
        return wrong;
    }

    /** Columns that have to be filled; of a row that can be understood, whoever saves it says so. */
    static List<String> missing(Row row) {
        return Stream.of("sku", "name")
                .filter(column -> row.text(column).isEmpty())
                .toList();
    }

    static ProductRow of(Row row) {
        return new ProductRow(
                row.text("sku"),
                row.text("name"),
                kind(row).orElseThrow(),
                taxClass(row).orElseThrow(),
                Yen.of(number(row, "unit_price").orElseThrow()),
                YES.contains(row.text("stock_keeping").toLowerCase(Locale.ROOT)),
                number(row, "initial_stock").orElse(0));
    }

    private static Optional<ProductKind> kind(Row row) {
        return constant(ProductKind.class, row.text("kind"));
    }

    private static Optional<TaxClass> taxClass(Row row) {
        return constant(TaxClass.class, row.text("tax_class"));
    }

    private static <E extends Enum<E>> Optional<E> constant(Class<E> type, String text) {
        return List.of(type.getEnumConstants()).stream()
                .filter(constant -> constant.name().equalsIgnoreCase(text))
                .findFirst();
    }

    private static Optional<Integer> number(Row row, String column) {
        var text = row.text(column).replace(",", "");
        return text.matches("\\d{1,9}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }
}

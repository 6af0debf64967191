package jp.otodoke.importing;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jp.otodoke.catalog.ProductKind;
import jp.otodoke.catalog.Temperature;
import jp.otodoke.inventory.Warehouse;
import jp.otodoke.platform.csv.CsvColumn;
import jp.otodoke.platform.csv.CsvRow;
import jp.otodoke.platform.csv.FieldReader;
import jp.otodoke.platform.csv.FieldType;
import jp.otodoke.platform.csv.Mistake;
import jp.otodoke.shared.TaxClass;
import jp.otodoke.shared.TextNormalizer;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;

/**
 * A line of a product file.
 *
 * @param temperature null if the file does not say
 * @param group of products; null if the file does not say
 * @param warehouse in which the stock lies
 */
record ProductRow(
        String sku,
        String name,
        ProductKind kind,
        TaxClass taxClass,
        Yen unitPrice,
        boolean stockKeeping,
        int stock,
        @Nullable Temperature temperature,
        @Nullable String group,
        Warehouse warehouse) {
    private static final CsvColumn SKU = CsvColumn.of("sku");
    private static final CsvColumn NAME = CsvColumn.of("name");
    private static final CsvColumn KIND = CsvColumn.of("kind");
    private static final CsvColumn TAX_CLASS = CsvColumn.of("tax_class");
    private static final CsvColumn UNIT_PRICE = CsvColumn.of("unit_price");
    private static final CsvColumn STOCK_KEEPING = CsvColumn.of("stock_keeping");
    private static final CsvColumn INITIAL_STOCK = CsvColumn.of("initial_stock");
    static final List<CsvColumn> COLUMNS =
            List.of(SKU, NAME, KIND, TAX_CLASS, UNIT_PRICE, STOCK_KEEPING, INITIAL_STOCK);

    private static final CsvColumn TEMPERATURE = CsvColumn.of("temperature");
    private static final CsvColumn GROUP = CsvColumn.of("group");
    static final CsvColumn WAREHOUSE = CsvColumn.of("warehouse");

    private static final FieldType<ProductKind> ONE_OF_KINDS = constant(ProductKind.class);
    private static final FieldType<TaxClass> ONE_OF_TAX_CLASSES = constant(TaxClass.class);
    private static final FieldType<Temperature> ONE_OF_TEMPERATURES = constant(Temperature.class);
    private static final FieldType<Warehouse> CODE =
            FieldType.of("invalid", text -> Optional.of(Warehouse.of(text.toUpperCase(Locale.ROOT))));
    private static final FieldType<Integer> NUMBER = FieldType.of("invalid", ProductRow::number);
    private static final Set<String> YES = Set.of("true", "1", "yes");
    private static final Set<String> NO = Set.of("false", "0", "no");
    private static final FieldType<Boolean> FLAG = FieldType.of("invalid", ProductRow::flag);

    /** Either the product or the problems of its line. */
    record Read(Optional<ProductRow> product, List<Mistake> mistakes) {}

    static String sku(CsvRow row) {
        return row.get(SKU);
    }

    /** Required fields are checked by the use case that saves the product, unless the line can't be read anyway. */
    static Read read(CsvRow row) {
        var fields = new FieldReader(row);
        var kind = fields.value(KIND, ONE_OF_KINDS);
        var taxClass = fields.value(TAX_CLASS, ONE_OF_TAX_CLASSES);
        var price = fields.value(UNIT_PRICE, NUMBER);
        var keeping = fields.value(STOCK_KEEPING, FLAG);
        var stock = fields.optional(INITIAL_STOCK, NUMBER);
        var temperature = fields.optional(TEMPERATURE, ONE_OF_TEMPERATURES);
        var warehouse = fields.optional(WAREHOUSE, CODE);
        if (kind != null
                && taxClass != null
                && price != null
                && keeping != null
                && fields.mistakes().isEmpty()) {
            var product = new ProductRow(
                    row.get(SKU),
                    row.get(NAME),
                    kind,
                    taxClass,
                    Yen.of(price),
                    keeping,
                    Objects.requireNonNullElse(stock, 0),
                    temperature,
                    TextNormalizer.orNull(row.get(GROUP)),
                    Objects.requireNonNullElse(warehouse, Warehouse.MAIN));
            return new Read(Optional.of(product), List.of());
        }
        Stream.of(SKU, NAME).forEach(fields::required);
        return new Read(Optional.empty(), fields.mistakes());
    }

    private static <E extends Enum<E>> FieldType<E> constant(Class<E> type) {
        return FieldType.of("invalid", text -> Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equalsIgnoreCase(text))
                .findFirst());
    }

    private static Optional<Integer> number(String text) {
        return Optional.of(text.replace(",", ""))
                .filter(t -> t.matches("\\d{1,9}"))
                .map(Integer::valueOf);
    }

    private static Optional<Boolean> flag(String text) {
        var word = text.toLowerCase(Locale.ROOT);
        return YES.contains(word) || NO.contains(word) ? Optional.of(YES.contains(word)) : Optional.empty();
    }
}

package jp.otodoke.partners.exchange.csv;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import jp.otodoke.platform.csv.CsvColumn;
import jp.otodoke.platform.csv.CsvRow;
import jp.otodoke.platform.csv.FieldReader;
import jp.otodoke.platform.csv.FieldTypes;
import jp.otodoke.platform.csv.Mistake;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of a partner's row strictly. A field that can't be read returns a harmless value; callers check
 * {@link #mistakes} before using any.
 */
public final class RowReader {
    private static final String UNREADABLE = "?";

    private final FieldReader fields;

    public RowReader(CsvRow row) {
        fields = new FieldReader(row);
    }

    public List<Mistake> mistakes() {
        return fields.mistakes();
    }

    public String text(String column) {
        return Objects.requireNonNullElse(optional(column), "");
    }

    public String required(String column) {
        return Objects.requireNonNullElse(fields.required(CsvColumn.of(column), FieldTypes.TEXT), "");
    }

    public @Nullable String optional(String column) {
        return fields.optional(CsvColumn.of(column), FieldTypes.TEXT);
    }

    /** A number of an order, shipment or product: short and printable. */
    public String code(String column) {
        return Objects.requireNonNullElse(fields.required(CsvColumn.of(column), FieldTypes.CODE), "");
    }

    /** The same as the value that it identifies. */
    public <T> T code(String column, Function<String, T> type) {
        var code = code(column);
        return type.apply(code.isEmpty() ? UNREADABLE : code);
    }

    public String trackingNumber(String column) {
        return Objects.requireNonNullElse(fields.required(CsvColumn.of(column), FieldTypes.TRACKING_NUMBER), "");
    }

    public int quantity(String column) {
        return integer(column, 0);
    }

    public int integer(String column, int least) {
        return Objects.requireNonNullElse(fields.required(CsvColumn.of(column), FieldTypes.integer(least)), least);
    }

    /** An amount that may be taken back, and then is negative. */
    public int signed(String column) {
        return Objects.requireNonNullElse(fields.required(CsvColumn.of(column), FieldTypes.SIGNED), 0);
    }

    public <E extends Enum<E>> @Nullable E oneOf(String column, Class<E> type) {
        return fields.required(CsvColumn.of(column), FieldTypes.oneOf(type));
    }

    public boolean flag(String column, Set<String> yes, Set<String> no) {
        var written = fields.text(CsvColumn.of(column));
        var text = written.toUpperCase(Locale.ROOT);
        if (!yes.contains(text) && !no.contains(text)) {
            fields.mistake(CsvColumn.of(column), Mistake.INVALID, "not-a-flag", written);
        }
        return yes.contains(text);
    }

    public @Nullable LocalDate date(String column) {
        return fields.optional(CsvColumn.of(column), FieldTypes.DATE);
    }

    public LocalDate requiredDate(String column) {
        return Objects.requireNonNullElse(fields.required(CsvColumn.of(column), FieldTypes.DATE), LocalDate.EPOCH);
    }

    public Instant instant(String column) {
        return Objects.requireNonNullElse(fields.required(CsvColumn.of(column), FieldTypes.MOMENT), Instant.EPOCH);
    }
}

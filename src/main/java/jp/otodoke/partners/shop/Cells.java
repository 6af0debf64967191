package jp.otodoke.partners.shop;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import jp.otodoke.platform.csv.CsvColumn;
import jp.otodoke.platform.csv.CsvRecords;
import jp.otodoke.platform.csv.CsvRow;
import jp.otodoke.platform.csv.FieldReader;
import jp.otodoke.platform.csv.Mistake;
import jp.otodoke.shared.TimeSlot;
import org.jspecify.annotations.Nullable;

/** Reads the fields of one row of an order file and records mistakes. */
final class Cells {
    private static final int LONGEST = 200;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_NOTE = 2000;

    private final FieldReader fields;

    Cells(CsvRow row, List<Mistake> problems) {
        fields = new FieldReader(row, problems);
    }

    CsvRow row() {
        return fields.row();
    }

    void problem(CsvColumn column, String code, String reason, String... arguments) {
        fields.mistake(column, code, reason, arguments);
    }

    String text(CsvColumn column) {
        return text(column, LONGEST);
    }

    String note(CsvColumn column) {
        return text(column, LONGEST_NOTE);
    }

    private String text(CsvColumn column, int longest) {
        var text = fields.text(column);
        if (text.length() > longest) {
            problem(column, Mistake.INVALID, "too-long", String.valueOf(longest));
        }
        if (text.chars().anyMatch(Cells::isControl)) {
            problem(column, Mistake.INVALID, "control-character");
        }
        return text;
    }

    private static boolean isControl(int c) {
        return c == CsvRecords.SYMBOL_FOR_NUL || Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t';
    }

    String required(CsvColumn column) {
        var text = text(column);
        if (text.isEmpty()) {
            problem(column, Mistake.REQUIRED, "required");
        }
        return text;
    }

    @Nullable
    Long yen(CsvColumn column) {
        return fields.optional(column, ShopFields.YEN);
    }

    long yenOrZero(CsvColumn column) {
        return Objects.requireNonNullElse(yen(column), 0L);
    }

    /** A required amount of zero or more; null after a mistake. */
    @Nullable
    Long price(CsvColumn column) {
        if (required(column).isEmpty() || yen(column) == null) {
            return null;
        }
        return fields.optional(column, ShopFields.PRICE);
    }

    int quantity(CsvColumn column) {
        text(column);
        return Objects.requireNonNullElse(fields.required(column, ShopFields.QUANTITY), 1);
    }

    /** The price of a line of goods; 0 after a mistake. */
    long amount(CsvColumn price, CsvColumn quantity) {
        var each = price(price);
        int pieces = quantity(quantity);
        return each == null ? 0 : each * pieces;
    }

    /** A name of one part or two, limited to the length that Otodoke stores. */
    String name(CsvColumn last, @Nullable CsvColumn first) {
        int before = fields.mistakes().size();
        var name = (required(last) + " " + (first == null ? "" : text(first))).strip();
        if (name.length() > LONGEST_NAME && fields.mistakes().size() == before) {
            problem(last, Mistake.INVALID, "too-long", String.valueOf(LONGEST_NAME));
        }
        return name;
    }

    @Nullable
    LocalDate date(CsvColumn column) {
        return fields.optional(column, ShopFields.DATE);
    }

    /** A required date and time; null after a mistake. */
    @Nullable
    Instant moment(CsvColumn column) {
        text(column);
        return fields.required(column, ShopFields.MOMENT);
    }

    @Nullable
    TimeSlot slot(CsvColumn column) {
        return Slots.none(fields.text(column)) ? null : fields.optional(column, Slots.FIELD);
    }

    /** Seven digits; empty after a mistake. */
    String postalCode(CsvColumn column) {
        text(column);
        return Objects.requireNonNullElse(fields.required(column, ShopFields.POSTAL_CODE), "");
    }

    /** Katakana; empty after a mistake. */
    String kana(CsvColumn column) {
        text(column);
        return Objects.requireNonNullElse(fields.optional(column, ShopFields.KANA), "");
    }

    @Nullable
    String phone(CsvColumn column) {
        text(column);
        return fields.optional(column, ShopFields.PHONE);
    }

    @Nullable
    String email(CsvColumn column) {
        text(column);
        return fields.optional(column, ShopFields.EMAIL);
    }

    String prefecture(CsvColumn column) {
        text(column);
        return Objects.requireNonNullElse(fields.required(column, ShopFields.PREFECTURE), "");
    }

    /**
     * Otodoke's code for the shop's word; empty after a mistake.
     *
     * @param free whether nothing is owed, so that no method is needed
     */
    String method(CsvColumn column, boolean free) {
        var name = text(column);
        if (free) {
            return PaymentNames.find(name).orElse(ShopFields.METHOD_OF_FREE_ORDERS);
        }
        return Objects.requireNonNullElse(fields.required(column, ShopFields.METHOD), "");
    }
}

package jp.otodoke.partners.convenience;

import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import jp.otodoke.platform.csv.CharacterSets;
import jp.otodoke.platform.csv.CsvRow;
import jp.otodoke.platform.csv.Mistake;
import org.jspecify.annotations.Nullable;

/** The fields of a row, whose mistakes are noted with the byte at which they stand. */
final class DskFields {
    private static final Charset BYTES = CharacterSets.CP932;
    private static final DateTimeFormatter DAY = form("uuuuMMdd");
    private static final DateTimeFormatter TIME = form("HHmm");
    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);

    private final CsvRow row;
    private final List<Mistake> mistakes = new ArrayList<>();

    DskFields(CsvRow row) {
        this.row = row;
    }

    private static DateTimeFormatter form(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    }

    List<Mistake> mistakes() {
        return mistakes;
    }

    String text(DskColumn column) {
        return row.asWritten(column.ordinal()).strip();
    }

    /** @param offset of the mistake within the field, from 0 */
    void mistake(DskColumn column, int offset, String reason) {
        mistakes.add(new Mistake(
                row.line(),
                position(row.raw(), column) + offset,
                column.title(),
                Mistake.INVALID,
                reason,
                List.of(text(column))));
    }

    @Nullable
    LocalDate day(DskColumn column) {
        var text = text(column);
        try {
            var day = text.matches("[0-9]{8}") ? LocalDate.parse(text, DAY) : LocalDate.MIN;
            if (!day.isBefore(FIRST)) {
                return day;
            }
        } catch (DateTimeException noDay) {
            // Said below.
        }
        mistake(column, 0, "not-a-date");
        return null;
    }

    @Nullable
    LocalTime time(DskColumn column) {
        try {
            return LocalTime.parse(text(column), TIME);
        } catch (DateTimeException noTime) {
            mistake(column, 0, "not-a-time");
            return null;
        }
    }

    /** A whole number above zero; 0 if it is none. */
    long amount(DskColumn column) {
        var text = text(column);
        long amount = text.matches("[0-9]{1,9}") ? Long.parseLong(text) : 0;
        if (amount == 0) {
            mistake(column, 0, "not-an-amount");
        }
        return amount;
    }

    /** The byte at which a field begins, from 1. */
    static int position(String raw, DskColumn column) {
        int from = 0;
        boolean quoted = false;
        for (int i = 0, commas = 0; i < raw.length() && commas < column.ordinal(); i++) {
            char c = raw.charAt(i);
            quoted ^= c == '"';
            if (c == ',' && !quoted) {
                commas++;
                from = i + 1;
            }
        }
        return raw.substring(0, from).getBytes(BYTES).length + 1;
    }

    /** The byte behind the last one of a row, from 1. */
    static int end(String raw) {
        return raw.getBytes(BYTES).length + 1;
    }
}

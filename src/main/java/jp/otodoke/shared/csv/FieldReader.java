package jp.otodoke.shared.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of a row and collects what is wrong with them, so that every mistake is named. A field that can't be read
 * gives nothing; whoever asked looks at {@link #mistakes} before using any.
 */
public final class FieldReader {
    private final CsvRow row;
    private final List<Mistake> mistakes;

    public FieldReader(CsvRow row) {
        this(row, new ArrayList<>());
    }

    /** @param mistakes to which those of this row are added */
    public FieldReader(CsvRow row, List<Mistake> mistakes) {
        this.row = row;
        this.mistakes = mistakes;
    }

    public CsvRow row() {
        return row;
    }

    public List<Mistake> mistakes() {
        return mistakes;
    }

    public void mistake(CsvColumn column, String code, String reason, String... arguments) {
        mistakes.add(Mistake.of(row.line(), row.header().nameOf(column), code, reason, arguments));
    }

    /** What stands there, empty or not. */
    public String text(CsvColumn column) {
        return row.get(column);
    }

    /** What has to stand there. */
    public String required(CsvColumn column) {
        var text = row.get(column);
        if (text.isEmpty()) {
            mistake(column, Mistake.REQUIRED, "required");
        }
        return text;
    }

    /** Null where something else stands; an empty field is read like any other. */
    public <T> @Nullable T value(CsvColumn column, FieldType<T> type) {
        return read(column, row.get(column), type).orElse(null);
    }

    /** Null where nothing stands, or something else. */
    public <T> @Nullable T optional(CsvColumn column, FieldType<T> type) {
        var text = row.get(column);
        return text.isEmpty() ? null : read(column, text, type).orElse(null);
    }

    /** Null where nothing stands, or something else; both are mistakes. */
    public <T> @Nullable T required(CsvColumn column, FieldType<T> type) {
        var text = required(column);
        return text.isEmpty() ? null : read(column, text, type).orElse(null);
    }

    private <T> Optional<T> read(CsvColumn column, String text, FieldType<T> type) {
        var value = type.parse().apply(text);
        if (value.isEmpty()) {
            mistake(
                    column,
                    type.code(),
                    type.reason(),
                    Stream.concat(Stream.of(text), type.arguments().stream()).toArray(String[]::new));
        }
        return value;
    }
}

package jp.otodoke.partners.shop;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rejected order of a shop's file, as a form: values that are the same on all of its rows appear once.
 *
 * @param mistakes what is wrong with it now; none once the cause is resolved
 */
public record RejectedOrder(
        String file, String number, List<Field> whole, List<Line> lines, List<ShownMistake> mistakes) {
    /** Whether an empty field is hidden at first. */
    public boolean hasEmpty() {
        return whole.stream().anyMatch(Field::empty)
                || lines.stream().flatMap(line -> line.fields().stream()).anyMatch(Field::empty);
    }

    /**
     * One cell, or one column of all rows.
     *
     * @param name of the form's field
     * @param column as the file calls it
     * @param meaning what the column is, in the reader's language; null where its name says so
     * @param product whether it holds a SKU
     * @param mistake what is wrong here
     */
    public record Field(
            String name,
            String column,
            @Nullable String meaning,
            String value,
            boolean product,
            @Nullable String mistake) {
        public boolean empty() {
            return value.isBlank() && mistake == null;
        }

        public boolean isLong() {
            return value.length() > 40 || value.contains("\n");
        }
    }

    /**
     * One row.
     *
     * @param number the physical line, the header being 1
     * @param extraCells the content behind the last column, if there is any
     */
    public record Line(int number, List<Field> fields, List<String> extraCells) {}

    /** @param field the form's field that it is about; null if the form has none */
    public record ShownMistake(int line, String column, String message, @Nullable String field) {}
}

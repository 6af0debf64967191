package jp.otodoke.platform.export;

import java.util.List;
import java.util.function.Consumer;

/**
 * A list that can be exported.
 *
 * @param name of the list, the file and the sheet: {@code orders}
 * @param filter as the audit trail records it; empty for all rows
 * @param rows streams all filtered rows in the order of the page
 */
public record Table<T>(String name, String filter, List<Column<T>> columns, Rows<T> rows) {
    /** Streams the rows one by one. */
    @FunctionalInterface
    public interface Rows<T> {
        void each(Consumer<T> use);
    }
}

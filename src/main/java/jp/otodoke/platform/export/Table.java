package jp.otodoke.platform.export;

import java.util.List;
import java.util.function.Consumer;

/**
 * A list that can be taken as a file.
 *
 * @param name of the list, the file and the sheet: {@code orders}
 * @param filter what was asked for, as the audit trail keeps it; empty for everything
 * @param rows every row of the filter in the order of the page, read one by one
 */
public record Table<T>(String name, String filter, List<Column<T>> columns, Rows<T> rows) {
    /** Hands out one row after the other and keeps none. */
    @FunctionalInterface
    public interface Rows<T> {
        void each(Consumer<T> use);
    }
}

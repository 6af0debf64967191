package jp.otodoke.platform.export;

import org.jspecify.annotations.Nullable;

/**
 * A column of a file.
 *
 * @param heading key of its words
 * @param cell a whole number, a {@code LocalDate}, an {@code Instant}, or anything that is written as text
 */
public record Column<T>(String heading, Cell<T> cell) {
    /** The row's value in this column, in the language of the person who exports. */
    @FunctionalInterface
    public interface Cell<T> {
        @Nullable
        Object of(T row);
    }
}

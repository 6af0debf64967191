package jp.otodoke.shared.web;

import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is asked for: the parameters {@code page} (from 0), {@code size} (1 to 200, 50
 * unless given) and {@code sort} of a request.
 */
public record PageQuery(int number, int size, @Nullable String sort) {
    public static final int DEFAULT_SIZE = 50;
    public static final int MAX_SIZE = 200;

    public int offset() {
        return Math.multiplyExact(number, size);
    }
}

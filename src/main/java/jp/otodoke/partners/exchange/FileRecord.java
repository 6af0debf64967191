package jp.otodoke.partners.exchange;

import java.util.List;
import java.util.Set;
import jp.otodoke.platform.csv.Mistake;
import org.jspecify.annotations.Nullable;

/**
 * One record of a file: readable, or with its mistakes.
 *
 * @param line the physical line it begins on, the header being 1
 * @param raw its text as in the file
 * @param value null exactly when there are mistakes
 * @param references the numbers by which the file can later be found
 */
public record FileRecord<T>(int line, String raw, @Nullable T value, List<Mistake> mistakes, Set<String> references) {
    private static final int LONGEST_SHOWN = 2_000;

    public static <T> FileRecord<T> good(int line, String raw, T value, Set<String> references) {
        return new FileRecord<>(line, raw, value, List.of(), references);
    }

    public static <T> FileRecord<T> bad(int line, String raw, List<Mistake> mistakes, Set<String> references) {
        return new FileRecord<>(line, raw, null, mistakes, references);
    }

    /** What people are shown of its text. */
    public String beginning() {
        return raw.length() > LONGEST_SHOWN ? raw.substring(0, LONGEST_SHOWN) + "…" : raw;
    }

    /** The value of a record that has no mistakes. */
    public T get() {
        if (value == null) {
            throw new IllegalStateException("Line " + line + " is not readable: " + mistakes);
        }
        return value;
    }
}

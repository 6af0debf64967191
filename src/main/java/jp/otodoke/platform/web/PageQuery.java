package jp.otodoke.platform.web;

import java.util.Collection;
import java.util.TreeSet;
import jp.otodoke.platform.data.Sorting;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.InvalidInput;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is requested: the parameters {@code page} (from 0), {@code size} (1 to 200, 50 unless
 * given) and {@code sort}.
 */
public record PageQuery(int number, int size, @Nullable String sort) {
    public static final int DEFAULT_SIZE = 50;
    public static final int MAX_SIZE = 200;

    /** The field a list is sorted by, and the direction. */
    public record Sort(String field, boolean down) {
        public String asWritten() {
            return down ? field + ",desc" : field;
        }
    }

    public Sort sort(Sorting list) {
        return sort(list.fields(), list.otherwise());
    }

    /**
     * Written {@code field}, {@code field,desc} or {@code -field}.
     *
     * @param fields those this list can be sorted by
     */
    public Sort sort(Collection<String> fields, String otherwise) {
        var asked = sort == null || sort.isBlank() ? otherwise : sort.strip();
        var down = asked.startsWith("-") || asked.matches("(?i).*,desc");
        var field = asked.replaceFirst("^[-+]", "").replaceFirst("(?i),(asc|desc)$", "");
        if (!fields.contains(field)) {
            throw new InvalidInput(
                    "sort", "unknown", BilingualText.of("ui.problem.one-of", String.join(", ", new TreeSet<>(fields))));
        }
        return new Sort(field, down);
    }

    public int offset() {
        return Math.multiplyExact(number, size);
    }
}

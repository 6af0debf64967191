package jp.otodoke.platform.data;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * By what a list can be ordered.
 *
 * @param columns the fields as the API names them, with their columns
 * @param otherwise the order where none is asked for, such as {@code since} or {@code -createdAt}
 * @param last the column that tells equals apart, so that no row stands on two pages
 */
public record Sorting(Map<String, String> columns, String otherwise, String last) {
    public Set<String> fields() {
        return columns.keySet();
    }

    /** @param asked {@code field}, {@code field,desc} or {@code -field}; what is unknown, as in an old link, counts for nothing */
    public String orderBy(@Nullable String asked) {
        var column = asked == null ? null : columns.get(field(asked));
        var sort = asked == null || column == null ? otherwise : asked;
        var way = sort.startsWith("-") || sort.endsWith(",desc") ? " desc nulls last" : " nulls first";
        return " order by " + columns.get(field(sort)) + way + ", " + last + way;
    }

    private static String field(String sort) {
        return sort.replaceFirst("^-", "").replaceFirst(",.*", "");
    }
}

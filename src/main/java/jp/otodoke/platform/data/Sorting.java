package jp.otodoke.platform.data;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The orders in which a list can be sorted.
 *
 * @param columns the API's field names, with their columns
 * @param otherwise the default order, such as {@code since} or {@code -createdAt}
 * @param last a unique column that decides between equals, so that no row appears on two pages
 */
public record Sorting(Map<String, String> columns, String otherwise, String last) {
    public Set<String> fields() {
        return columns.keySet();
    }

    /**
     * @param asked {@code field}, {@code field,desc} or {@code -field}; unknown fields, as in an old link, are
     *     ignored
     */
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

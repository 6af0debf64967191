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
        var way = descends(asked) ? " desc nulls last" : " nulls first";
        return " order by " + column(asked) + way + ", " + last + way;
    }

    /** The column by which the list is sorted. */
    public String column(@Nullable String asked) {
        return String.valueOf(columns.get(field(sort(asked))));
    }

    public boolean descends(@Nullable String asked) {
        var sort = sort(asked);
        return sort.startsWith("-") || sort.endsWith(",desc");
    }

    private String sort(@Nullable String asked) {
        return asked == null || columns.get(field(asked)) == null ? otherwise : asked;
    }

    private static String field(String sort) {
        return sort.replaceFirst("^-", "").replaceFirst(",.*", "");
    }
}

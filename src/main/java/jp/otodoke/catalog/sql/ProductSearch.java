package jp.otodoke.catalog.sql;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import jp.otodoke.catalog.Catalog;
import jp.otodoke.catalog.Product;
import jp.otodoke.catalog.ProductKind;
import jp.otodoke.shared.Sku;
import jp.otodoke.shared.TextNormalizer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Products by the beginning of the SKU, with its hyphens or without, or a part of the name, however its kana are written. */
@Service
public class ProductSearch {
    private static final int AT_ONCE = 500;
    private static final String PRICE =
            "(select p.amount from product_price p where p.sku = product.sku and p.valid_from <= :day"
                    + " order by p.valid_from desc limit 1)";
    private static final String TAX_CLASS =
            "(select t.tax_class from product_tax_class t where t.sku = product.sku and t.valid_from <= :day"
                    + " order by t.valid_from desc limit 1)";
    private static final Map<String, String> SORTS = Map.of(
            "sku", "sku",
            "name", "name",
            "kind", "kind",
            "stockKeeping", "stock_keeping",
            "active", "active",
            "temperature", "temperature",
            "weightGrams", "weight_grams",
            "unitPrice", PRICE,
            "taxClass", TAX_CLASS);

    /** One page of what was found, and how many there are in all. */
    public record Found(List<Product> products, long total) {}

    private final JdbcClient jdbc;
    private final Catalog catalog;

    ProductSearch(JdbcClient jdbc, Catalog catalog) {
        this.jdbc = jdbc;
        this.catalog = catalog;
    }

    public static Set<String> sorts() {
        return SORTS.keySet();
    }

    /** @param day whose prices and tax classes are shown */
    @Transactional(readOnly = true)
    public Found find(
            @Nullable String q,
            @Nullable ProductKind kind,
            @Nullable Boolean active,
            String sort,
            boolean down,
            int page,
            int size,
            LocalDate day) {
        var parameters = new HashMap<String, Object>();
        var where = where(q, kind, active, parameters);
        var total = jdbc.sql("select count(*) from product" + where)
                .params(parameters)
                .query(Long.class)
                .single();
        parameters.put("size", size);
        parameters.put("offset", (long) page * size);
        parameters.put("day", day);
        var skus = jdbc.sql("select sku from product" + where + order(sort, down) + " limit :size offset :offset")
                .params(parameters)
                .query((row, i) -> Sku.of(row.getString(1)))
                .list();
        var products = catalog.find(skus, day);
        return new Found(skus.stream().map(products::get).toList(), total);
    }

    /**
     * The first of what is found: the one whose whole SKU was typed, then the others by SKU.
     *
     * @param day whose prices and tax classes are shown
     */
    @Transactional(readOnly = true)
    public List<Product> first(String q, int limit, LocalDate day) {
        var parameters = new HashMap<String, Object>();
        var where = where(q, null, null, parameters);
        parameters.put("whole", TextNormalizer.clean(q));
        parameters.put("limit", limit);
        var skus = jdbc.sql("select sku from product" + where
                        + " order by lower(sku) = lower(:whole) desc, sku limit :limit")
                .params(parameters)
                .query((row, i) -> Sku.of(row.getString(1)))
                .list();
        var products = catalog.find(skus, day);
        return skus.stream().map(products::get).toList();
    }

    /** Every product found in the order of the list; of all of them only the SKUs are kept in memory. */
    @Transactional(readOnly = true)
    public void each(
            @Nullable String q,
            @Nullable ProductKind kind,
            @Nullable Boolean active,
            String sort,
            boolean down,
            LocalDate day,
            Consumer<Product> use) {
        var parameters = new HashMap<String, Object>();
        var where = where(q, kind, active, parameters);
        parameters.put("day", day);
        var skus = jdbc.sql("select sku from product" + where + order(sort, down))
                .params(parameters)
                .query((row, i) -> Sku.of(row.getString(1)))
                .list();
        for (int from = 0; from < skus.size(); from += AT_ONCE) {
            var some = skus.subList(from, Math.min(from + AT_ONCE, skus.size()));
            var products = catalog.find(some, day);
            some.stream().map(products::get).forEach(use);
        }
    }

    private static String order(String sort, boolean down) {
        var way = down ? " desc" : "";
        return " order by " + SORTS.getOrDefault(sort, "sku") + way + ", sku" + way;
    }

    private static String where(
            @Nullable String q, @Nullable ProductKind kind, @Nullable Boolean active, Map<String, Object> parameters) {
        var where = new StringBuilder(" where true");
        var words = literally(TextNormalizer.clean(q));
        if (!words.isEmpty()) {
            where.append(" and (sku ilike :sku or :plain <> '' and translate(sku, '-_. ', '') ilike :plain || '%'"
                    + " or person_key(:name) <> '' and name_key like '%' || person_key(:name) || '%')");
            parameters.put("sku", words + "%");
            parameters.put("plain", literally(TextNormalizer.clean(q).replaceAll("[-_. ]", "")));
            parameters.put("name", words);
        }
        if (kind != null) {
            where.append(" and kind = :kind");
            parameters.put("kind", kind.name());
        }
        if (active != null) {
            where.append(" and active = :active");
            parameters.put("active", active);
        }
        return where.toString();
    }

    private static String literally(String text) {
        return text.replaceAll("([\\\\%_])", "\\\\$1");
    }
}

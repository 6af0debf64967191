package jp.otodoke.catalog;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.otodoke.shared.TaxClass;
import jp.otodoke.shared.Yen;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Products with the price and the tax class of a day. */
@Service
public class Catalog {
    /** Before a product's first price the first one counts: an order may be older than our knowledge of the product. */
    private static final String ON_DAY =
            """
            select p.sku, p.name, p.kind, p.stock_keeping, p.active, p.temperature, p.weight_grams,
                   price.amount, tax.tax_class
            from product p
            cross join lateral (
                select amount from product_price where sku = p.sku
                order by valid_from <= :day desc, abs(valid_from - :day) limit 1) price
            cross join lateral (
                select tax_class from product_tax_class where sku = p.sku
                order by valid_from <= :day desc, abs(valid_from - :day) limit 1) tax
            where p.sku in (:skus)""";

    private final JdbcClient jdbc;

    Catalog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public Optional<Product> find(String sku, LocalDate day) {
        return Optional.ofNullable(find(List.of(sku), day).get(sku));
    }

    /** @return the known ones by SKU */
    @Transactional(readOnly = true)
    public Map<String, Product> find(Collection<String> skus, LocalDate day) {
        var found = new LinkedHashMap<String, Product>();
        if (skus.isEmpty()) {
            return found;
        }
        var wanted = Set.copyOf(skus);
        var components = components(wanted);
        jdbc.sql(ON_DAY)
                .param("day", day)
                .param("skus", wanted)
                .query((row, i) -> new Product(
                        row.getString("sku"),
                        row.getString("name"),
                        ProductKind.valueOf(row.getString("kind")),
                        TaxClass.valueOf(row.getString("tax_class")),
                        Yen.of(row.getLong("amount")),
                        row.getBoolean("stock_keeping"),
                        row.getBoolean("active"),
                        Temperature.valueOf(row.getString("temperature")),
                        row.getInt("weight_grams"),
                        components.getOrDefault(row.getString("sku"), Map.of())))
                .list()
                .forEach(product -> found.put(product.sku(), product));
        return found;
    }

    private Map<String, Map<String, Integer>> components(Set<String> skus) {
        var bySet = new LinkedHashMap<String, Map<String, Integer>>();
        jdbc.sql("select set_sku, component_sku, quantity from set_component where set_sku in (:skus)")
                .param("skus", skus)
                .query(row -> {
                    bySet.computeIfAbsent(row.getString("set_sku"), sku -> new LinkedHashMap<>())
                            .put(row.getString("component_sku"), row.getInt("quantity"));
                });
        return bySet;
    }
}

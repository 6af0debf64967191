package jp.otodoke.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.otodoke.shared.Sku;
import jp.otodoke.shared.TaxClass;
import jp.otodoke.shared.Yen;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Products with the price and the tax class of a day. */
@Service
public class Catalog {
    /** Before its first price a product has that price: an order may be older than the product's first price. */
    private static final String ON_DAY =
            """
            select p.sku, p.name, p.kind, p.stock_keeping, p.active, p.temperature, p.weight_grams, p.product_group,
                   price.amount, tax.tax_class, parts.skus as part_skus, parts.quantities as part_quantities
            from product p
            cross join lateral (
                select amount from product_price where sku = p.sku
                order by valid_from <= :day desc, abs(valid_from - :day) limit 1) price
            cross join lateral (
                select tax_class from product_tax_class where sku = p.sku
                order by valid_from <= :day desc, abs(valid_from - :day) limit 1) tax
            cross join lateral (
                select array_agg(component_sku order by component_sku) as skus,
                       array_agg(quantity order by component_sku) as quantities
                from set_component where set_sku = p.sku) parts
            where p.sku in (:skus)""";

    private final JdbcClient jdbc;

    Catalog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public Optional<Product> find(Sku sku, LocalDate day) {
        return Optional.ofNullable(find(List.of(sku), day).get(sku));
    }

    /** @return the known ones by SKU */
    @Transactional(readOnly = true)
    public Map<Sku, Product> find(Collection<Sku> skus, LocalDate day) {
        var found = new LinkedHashMap<Sku, Product>();
        if (skus.isEmpty()) {
            return found;
        }
        jdbc.sql(ON_DAY)
                .param("day", day)
                .param("skus", skus.stream().map(Sku::value).collect(Collectors.toSet()))
                .query((row, i) -> new Product(
                        Sku.of(row.getString("sku")),
                        row.getString("name"),
                        ProductKind.valueOf(row.getString("kind")),
                        TaxClass.valueOf(row.getString("tax_class")),
                        Yen.of(row.getLong("amount")),
                        row.getBoolean("stock_keeping"),
                        row.getBoolean("active"),
                        Temperature.valueOf(row.getString("temperature")),
                        row.getInt("weight_grams"),
                        components(row),
                        row.getString("product_group")))
                .list()
                .forEach(product -> found.put(product.sku(), product));
        return found;
    }

    /** @return those whose stock is not counted */
    @Transactional(readOnly = true)
    public Set<Sku> withoutStockKeeping(Collection<Sku> skus) {
        return jdbc.sql("select sku from product where sku = any(:skus) and not stock_keeping")
                .param("skus", skus.stream().map(Sku::value).toArray(String[]::new))
                .query((row, i) -> Sku.of(row.getString(1)))
                .set();
    }

    /** @return the group of each product that is in one */
    @Transactional(readOnly = true)
    public Map<Sku, String> groups(Collection<Sku> skus) {
        var groups = new HashMap<Sku, String>();
        jdbc.sql("select sku, product_group from product where sku = any(:skus) and product_group is not null")
                .param("skus", skus.stream().map(Sku::value).toArray(String[]::new))
                .query(row -> {
                    groups.put(Sku.of(row.getString("sku")), row.getString("product_group"));
                });
        return groups;
    }

    /** All groups of products, by name. */
    @Transactional(readOnly = true)
    public List<String> groups() {
        return jdbc.sql("select distinct product_group from product where product_group is not null order by 1")
                .query(String.class)
                .list();
    }

    private static Map<Sku, Integer> components(ResultSet row) throws SQLException {
        var skus = row.getArray("part_skus");
        if (skus == null) {
            return Map.of();
        }
        var names = (String[]) skus.getArray();
        var quantities = (Integer[]) row.getArray("part_quantities").getArray();
        var components = new LinkedHashMap<Sku, Integer>();
        for (int i = 0; i < names.length; i++) {
            components.put(Sku.of(names[i]), quantities[i]);
        }
        return components;
    }
}

package jp.otodoke.inventory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.otodoke.shared.Sku;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Pieces of a SKU that one order line needs from a warehouse, at least one.
 *
 * @param group of the order's needs that are served together or not at all
 * @param alternatives other warehouses from which they may leave, the preferred one first
 */
public record Need(int lineNo, Sku sku, int quantity, Warehouse warehouse, String group, List<Warehouse> alternatives) {
    public Need {
        if (quantity <= 0) {
            throw new IllegalArgumentException("No need of " + sku + ": " + quantity);
        }
    }

    /** From the main warehouse, together with all else that the order needs from there. */
    public Need(int lineNo, Sku sku, int quantity) {
        this(lineNo, sku, quantity, Warehouse.MAIN, "");
    }

    /** From this warehouse only. */
    public Need(int lineNo, Sku sku, int quantity, Warehouse warehouse, String group) {
        this(lineNo, sku, quantity, warehouse, group, List.of());
    }

    /** As many of them. */
    public Need of(int otherQuantity) {
        return new Need(lineNo, sku, otherQuantity, warehouse, group, alternatives);
    }

    /** As many from another warehouse. */
    Need from(Warehouse other) {
        return new Need(lineNo, sku, quantity, other, group, alternatives);
    }

    Need by(String otherGroup) {
        return new Need(lineNo, sku, quantity, warehouse, otherGroup, alternatives);
    }

    String alternativeCodes() {
        return alternatives.stream().map(Warehouse::code).collect(Collectors.joining(","));
    }

    Stream<StockKey> alternativeKeys() {
        return alternatives.stream().map(other -> new StockKey(sku, other));
    }

    StockKey key() {
        return new StockKey(sku, warehouse);
    }

    /** How many pieces of each article they are together. */
    static Map<StockKey, Long> wanted(List<Need> needs) {
        var wanted = new TreeMap<StockKey, Long>();
        needs.forEach(n -> wanted.merge(n.key(), (long) n.quantity(), Long::sum));
        return wanted;
    }

    /** As the parameters {@code lines, skus, warehouses, quantities}, arrays of the same length. */
    static StatementSpec bind(StatementSpec statement, List<Need> needs) {
        return statement
                .param("lines", needs.stream().map(Need::lineNo).toArray(Integer[]::new))
                .param("skus", needs.stream().map(need -> need.sku.value()).toArray(String[]::new))
                .param(
                        "warehouses",
                        needs.stream().map(need -> need.warehouse.code()).toArray(String[]::new))
                .param("quantities", needs.stream().map(Need::quantity).toArray(Integer[]::new));
    }

    LineKey lineKey() {
        return new LineKey(lineNo, key());
    }

    /** Summed over the groups in which an article of a line leaves: an allocation does not tell them apart. */
    static List<Need> byLine(List<Need> needs) {
        return List.copyOf(needs.stream()
                .collect(Collectors.toMap(
                        Need::lineKey,
                        need -> need,
                        (one, other) -> one.of(one.quantity + other.quantity),
                        LinkedHashMap::new))
                .values());
    }

    /** What of a line is allocated from one warehouse. */
    record LineKey(int lineNo, StockKey key) {}
}

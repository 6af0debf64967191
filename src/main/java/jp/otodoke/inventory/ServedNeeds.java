package jp.otodoke.inventory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jp.otodoke.shared.Sku;

/**
 * The needs of an order by whether they are served now. Groups of one order that want the same pieces come one after
 * the other.
 */
record ServedNeeds(List<Need> served, List<Need> waiting, Map<Sku, Long> missing) {
    static ServedNeeds of(List<Need> needs, Map<StockKey, Long> free) {
        var parts = new ServedNeeds(new ArrayList<>(), new ArrayList<>(), new TreeMap<>());
        var left = new TreeMap<>(free);
        needs.stream()
                .collect(Collectors.groupingBy(Need::group, TreeMap::new, Collectors.toList()))
                .values()
                .forEach(group -> parts.add(group, left));
        return parts;
    }

    private void add(List<Need> group, Map<StockKey, Long> left) {
        var lacking = new TreeMap<Sku, Long>();
        Need.wanted(group).forEach((key, quantity) -> {
            var available = left.getOrDefault(key, 0L);
            if (available < quantity) {
                lacking.merge(key.sku(), quantity - Math.max(0, available), Long::sum);
            }
            left.put(key, available - quantity);
        });
        (lacking.isEmpty() ? served : waiting).addAll(group);
        lacking.forEach((sku, quantity) -> missing.merge(sku, quantity, Long::sum));
    }
}

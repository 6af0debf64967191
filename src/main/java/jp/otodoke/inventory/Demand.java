package jp.otodoke.inventory;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import jp.otodoke.shared.OrderNumber;

/**
 * What one order needs.
 *
 * @param orderedAt decides which order is older
 */
public record Demand(OrderNumber orderNumber, Instant orderedAt, List<Need> needs) {
    List<StockKey> keys() {
        return needs.stream().map(Need::key).toList();
    }

    Stream<StockKey> alternativeKeys() {
        return needs.stream().flatMap(Need::alternativeKeys);
    }

    Stream<StockKey> allKeys() {
        return Stream.concat(keys().stream(), alternativeKeys());
    }

    static String[] numbers(List<Demand> demands) {
        return demands.stream().map(d -> d.orderNumber().value()).toArray(String[]::new);
    }
}

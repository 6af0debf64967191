package jp.otodoke.loyalty;

import java.util.Collection;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;

/**
 * Points of a customer that are to move.
 *
 * @param order null if no order moves them
 * @param points above zero
 */
record PointEntry(CustomerNumber customer, @Nullable OrderNumber order, Yen points) {
    static String[] customers(Collection<PointEntry> entries) {
        return entries.stream().map(entry -> entry.customer().value()).toArray(String[]::new);
    }

    static @Nullable String[] orders(Collection<PointEntry> entries) {
        return entries.stream()
                .map(PointEntry::order)
                .map(order -> order == null ? null : order.value())
                .toArray(String[]::new);
    }

    static Long[] points(Collection<PointEntry> entries) {
        return entries.stream().map(entry -> entry.points().amount()).toArray(Long[]::new);
    }
}

package jp.otodoke.orders;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Lists the differences between two versions of an order. */
public enum Differences {
    CHANNEL(Order::channel),
    METHOD(Order::paymentMethod),
    LINES(order -> order.lines().stream()
            .map(l -> l.sku() + " x " + l.quantity())
            .sorted()
            .toList()),
    DESTINATION(order -> order.destinations().stream()
            .map(d -> List.of(d.name(), d.address()))
            .toList()),
    REQUESTED_DELIVERY(order -> order.destinations().stream()
            .map(d -> d.deliveryDate() + " " + d.timeSlot())
            .toList()),
    REMARK(Order::note),
    TOTAL(order -> order.totals().total());

    private final Function<Order, Object> part;

    Differences(Function<Order, Object> part) {
        this.part = part;
    }

    public static Set<Differences> between(Order one, Order other) {
        var found = EnumSet.noneOf(Differences.class);
        for (var difference : values()) {
            if (!difference.part.apply(one).equals(difference.part.apply(other))) {
                found.add(difference);
            }
        }
        return found;
    }
}

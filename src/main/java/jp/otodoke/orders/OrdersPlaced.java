package jp.otodoke.orders;

import java.util.List;
import jp.otodoke.shared.OrderNumber;
import org.jspecify.annotations.Nullable;

/** Orders were accepted, one or many. Published in the same transaction. */
public record OrdersPlaced(List<PlacedOrder> orders, Preparation preparation) {
    public record PlacedOrder(OrderNumber number, @Nullable String cardToken) {}

    public List<OrderNumber> numbers() {
        return orders.stream().map(PlacedOrder::number).toList();
    }
}

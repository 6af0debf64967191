package jp.otodoke.demo.simulators;

import java.util.Optional;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.Order;
import jp.otodoke.orders.OrderStatus;
import jp.otodoke.shared.OrderNumber;
import org.springframework.stereotype.Component;

/** The buyers of the orders; nobody pays for a cancelled one. */
@Component
@Simulated
class OrderPayers implements Payers {
    private final FindOrder orders;

    OrderPayers(FindOrder orders) {
        this.orders = orders;
    }

    @Override
    public Optional<String> kana(OrderNumber orderNumber) {
        return orders.find(orderNumber)
                .filter(order -> order.status() != OrderStatus.CANCELLED)
                .map(Order::buyerKana);
    }
}

package jp.otodoke.orders;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds orders by number; lines and destinations can be read within the caller's transaction. */
@Component
public class FindOrder {
    private final Orders orders;
    private final JdbcClient jdbc;

    FindOrder(Orders orders, JdbcClient jdbc) {
        this.orders = orders;
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public Optional<Order> find(OrderNumber number) {
        return orders.findById(number);
    }

    /** @throws Refusal if there is no such order */
    @Transactional(readOnly = true)
    public Order get(OrderNumber number) {
        return find(number).orElseThrow(() -> Refusal.notFound("order.not-found", number));
    }

    /** @return false also if there is no such order */
    @Transactional(readOnly = true)
    public boolean isChangeable(OrderNumber number) {
        return find(number).map(Order::changeable).orElse(false);
    }

    @Transactional(readOnly = true)
    public List<Order> all(Collection<OrderNumber> numbers) {
        return orders.findAllById(numbers);
    }

    @Transactional(readOnly = true)
    public Optional<OrderNumber> numberByChannel(String channel, String channelOrderId) {
        return jdbc.sql("select order_number from orders where channel = :channel and channel_order_id = :id")
                .param("channel", channel)
                .param("id", channelOrderId)
                .query(String.class)
                .optional()
                .map(OrderNumber::of);
    }

    /** The destination; the first one if there are several. */
    @Transactional(readOnly = true)
    public OrderDestination firstDestination(OrderNumber number) {
        return get(number).destinations().get(0);
    }
}

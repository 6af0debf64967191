package jp.otodoke.orders;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds orders by number; lines and destinations can be read within the caller's transaction. */
@Component
public class FindOrder {
    private final Orders orders;

    FindOrder(Orders orders) {
        this.orders = orders;
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
    public Optional<Order> byChannel(String channel, String channelOrderId) {
        return orders.findByChannelAndChannelOrderId(channel, channelOrderId);
    }

    /** The destination; the first one if there are several. */
    @Transactional(readOnly = true)
    public OrderDestination firstDestination(OrderNumber number) {
        return get(number).destinations().get(0);
    }
}

package jp.otodoke.orders;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import jp.otodoke.shared.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Looks orders up; lines and destinations may be read within the caller's transaction. */
@Component
public class FindOrder {
    private final Orders orders;

    FindOrder(Orders orders) {
        this.orders = orders;
    }

    @Transactional(readOnly = true)
    public Optional<Order> find(String number) {
        return orders.findById(number);
    }

    /** @throws Refusal not found */
    @Transactional(readOnly = true)
    public Order get(String number) {
        return find(number).orElseThrow(() -> Refusal.notFound("order.not-found", number));
    }

    /** @return false also where there is no such order */
    @Transactional(readOnly = true)
    public boolean isChangeable(String number) {
        return find(number).map(Order::changeable).orElse(false);
    }

    @Transactional(readOnly = true)
    public List<Order> all(Collection<String> numbers) {
        return orders.findAllById(numbers);
    }

    @Transactional(readOnly = true)
    public Optional<Order> byChannel(String channel, String channelOrderId) {
        return orders.findByChannelAndChannelOrderId(channel, channelOrderId);
    }

    /** Where it goes; of several doors the first. */
    @Transactional(readOnly = true)
    public OrderDestination firstDoor(String number) {
        return get(number).destinations().get(0);
    }
}

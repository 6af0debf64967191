package jp.otodoke.orders;

import jp.otodoke.shared.OrderNumber;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface Orders extends JpaRepository<Order, OrderNumber> {
    Optional<Order> findByChannelAndChannelOrderId(String channel, String channelOrderId);
}

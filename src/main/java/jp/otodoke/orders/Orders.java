package jp.otodoke.orders;

import java.util.Optional;
import jp.otodoke.shared.OrderNumber;
import org.springframework.data.jpa.repository.JpaRepository;

interface Orders extends JpaRepository<Order, OrderNumber> {
    Optional<Order> findByChannelAndChannelOrderId(String channel, String channelOrderId);
}

package jp.otodoke.orders;

import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface Orders extends JpaRepository<Order, String> {
    Optional<Order> findByChannelAndChannelOrderId(String channel, String channelOrderId);
}

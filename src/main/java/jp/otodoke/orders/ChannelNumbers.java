package jp.otodoke.orders;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import jp.otodoke.platform.data.NameLocks;
import jp.otodoke.shared.OrderNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The numbers that channels give their orders: each is placed once. */
@Component
class ChannelNumbers {
    private static final int KIND = 7;

    private final NameLocks locks;
    private final JdbcClient jdbc;

    ChannelNumbers(NameLocks locks, JdbcClient jdbc) {
        this.locks = locks;
        this.jdbc = jdbc;
    }

    record ChannelNumber(String channel, String id) {
        /** Empty if the channel does not number its orders. */
        static Optional<ChannelNumber> of(NewOrder order) {
            var id = order.channelOrderId();
            return id == null ? Optional.empty() : Optional.of(new ChannelNumber(order.channel(), id));
        }
    }

    /** Blocks concurrent requests for the same numbers until this transaction ends, and finds those that are placed. */
    Map<ChannelNumber, OrderNumber> lock(Collection<ChannelNumber> numbers) {
        var placed = new HashMap<ChannelNumber, OrderNumber>();
        if (numbers.isEmpty()) {
            return placed;
        }
        locks.lock(KIND, numbers.stream().map(n -> n.channel() + ' ' + n.id()).toList());
        jdbc.sql(
                        """
                        select o.channel, o.channel_order_id, o.order_number
                          from unnest(:channels::text[], :ids::text[]) n(channel, id)
                          join orders o on o.channel = n.channel and o.channel_order_id = n.id
                        """)
                .param("channels", numbers.stream().map(ChannelNumber::channel).toArray(String[]::new))
                .param("ids", numbers.stream().map(ChannelNumber::id).toArray(String[]::new))
                .query(row -> {
                    placed.put(new ChannelNumber(row.getString(1), row.getString(2)), OrderNumber.of(row.getString(3)));
                });
        return placed;
    }
}

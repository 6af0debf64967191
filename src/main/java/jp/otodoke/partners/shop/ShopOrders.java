package jp.otodoke.partners.shop;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.OrderNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores which orders and members of shops have been seen. Works in the caller's transaction. */
@Component
class ShopOrders {
    /**
     * An order as the shop first sent it.
     *
     * @param correctedHash of the content that a person corrected before it was imported
     * @param takenBack whether the shop has taken it back since
     */
    record Known(OrderNumber orderNumber, String contentHash, @Nullable String correctedHash, boolean takenBack) {
        /** Whether the file says nothing new about what was ordered. */
        boolean hasContent(ReadOrder order) {
            return hasContent(order.contentHash())
                    || order.status().earlierHashes().stream().anyMatch(this::hasContent);
        }

        boolean hasContent(String hash) {
            return hash.equals(contentHash) || hash.equals(correctedHash);
        }
    }

    /** A rejected order that waits for a person. */
    record Rejected(String channel, String number) {}

    private final JdbcClient jdbc;

    ShopOrders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<String, Known> find(String channel, Collection<String> numbers) {
        Map<String, Known> known = new HashMap<>();
        jdbc.sql(
                        """
                        select channel_order_id, order_number, content_hash, corrected_hash, reversal is not null as taken_back
                          from shop_order
                         where channel = :channel and channel_order_id = any(:numbers)""")
                .param("channel", channel)
                .param("numbers", numbers.toArray(String[]::new))
                .query(row -> {
                    known.put(
                            row.getString(1),
                            new Known(
                                    OrderNumber.of(row.getString(2)),
                                    row.getString(3),
                                    row.getString(4),
                                    row.getBoolean(5)));
                });
        return known;
    }

    void add(String channel, Map<ReadOrder, OrderNumber> placed, SourceFile file) {
        jdbc.sql(
                        """
                        insert into shop_order (channel, channel_order_id, order_number, content_hash, message_id, line)
                        select :channel, p.number, p.order_number, p.hash, :message, p.line
                          from unnest(:numbers::text[], :orders::text[], :hashes::text[], :lines::int[])
                               p(number, order_number, hash, line)
                        on conflict do nothing""")
                .param("channel", channel)
                .param(
                        "numbers",
                        placed.keySet().stream().map(ReadOrder::number).toArray(String[]::new))
                .param(
                        "orders",
                        placed.values().stream().map(OrderNumber::value).toArray(String[]::new))
                .param(
                        "hashes",
                        placed.keySet().stream().map(ReadOrder::contentHash).toArray(String[]::new))
                .param("message", file.messageId())
                .param("lines", placed.keySet().stream().map(ReadOrder::line).toArray(Integer[]::new))
                .update();
    }

    /** @param hash of the content as corrected by a person */
    void corrected(String channel, String number, String hash) {
        jdbc.sql(
                        """
                        update shop_order set corrected_hash = :hash
                         where channel = :channel and channel_order_id = :number""")
                .param("channel", channel)
                .param("number", number)
                .param("hash", hash)
                .update();
    }

    /**
     * Keeps that the shop has taken an order back.
     *
     * @return whether it is news: after a partial refund, only more than that
     */
    boolean addReversal(String channel, String number, ShopStatus.Reversal reversal) {
        return jdbc.sql(
                                """
                                update shop_order set reversal = :reversal
                                 where channel = :channel and channel_order_id = :number
                                   and (reversal is null
                                        or reversal = 'PARTLY_REFUNDED' and :reversal <> 'PARTLY_REFUNDED')""")
                        .param("reversal", reversal.name())
                        .param("channel", channel)
                        .param("number", number)
                        .update()
                == 1;
    }

    /** The shop takes the order for valid again, so that taking it back once more is news. */
    void removeReversal(String channel, String number) {
        jdbc.sql("update shop_order set reversal = null where channel = :channel and channel_order_id = :number")
                .param("channel", channel)
                .param("number", number)
                .update();
    }

    Optional<Rejected> rejected(String taskKey) {
        return jdbc.sql("select channel, channel_order_id as number from shop_rejection where task_key = :key")
                .param("key", taskKey)
                .query(Rejected.class)
                .optional();
    }

    void removeRejection(String taskKey) {
        jdbc.sql("delete from shop_rejection where task_key = :key")
                .param("key", taskKey)
                .update();
    }

    /** By member. */
    Map<String, CustomerNumber> customersOf(String channel, Collection<String> members) {
        var customers = new HashMap<String, CustomerNumber>();
        if (!members.isEmpty()) {
            jdbc.sql(
                            "select member, customer_number from shop_member where channel = :channel and member = any(:members)")
                    .param("channel", channel)
                    .param("members", members.toArray(String[]::new))
                    .query(row -> {
                        customers.put(row.getString(1), CustomerNumber.of(row.getString(2)));
                    });
        }
        return customers;
    }

    void addMember(String channel, String member, CustomerNumber customer) {
        jdbc.sql(
                        """
                        insert into shop_member (channel, member, customer_number) values (:channel, :member, :customer)
                        on conflict do nothing""")
                .param("channel", channel)
                .param("member", member)
                .param("customer", customer.value())
                .update();
    }

    /** @return whether it is new */
    boolean addRejection(String taskKey, String channel, String number) {
        return jdbc.sql(
                                """
                                insert into shop_rejection (task_key, channel, channel_order_id)
                                values (:key, :channel, :number) on conflict do nothing""")
                        .param("key", taskKey)
                        .param("channel", channel)
                        .param("number", number)
                        .update()
                == 1;
    }

    /** The tasks about the order that its latest one makes obsolete. */
    List<String> takeRejections(String channel, String number, String latestKey) {
        return jdbc.sql(
                        """
                        delete from shop_rejection
                         where channel = :channel and channel_order_id = :number and task_key <> :latest
                        returning task_key""")
                .param("channel", channel)
                .param("number", number)
                .param("latest", latestKey)
                .query(String.class)
                .list();
    }

    /** The tasks that the arrival of the orders makes obsolete. */
    List<String> takeRejections(String channel, Collection<String> numbers) {
        return jdbc.sql(
                        """
                        delete from shop_rejection where channel = :channel and channel_order_id = any(:numbers)
                        returning task_key""")
                .param("channel", channel)
                .param("numbers", numbers.toArray(String[]::new))
                .query(String.class)
                .list();
    }
}

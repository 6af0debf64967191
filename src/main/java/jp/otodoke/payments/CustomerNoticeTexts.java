package jp.otodoke.payments;

import java.util.List;
import java.util.Optional;
import jp.otodoke.orders.Order;
import jp.otodoke.shared.OrderNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What staff are to tell customers without e-mail address, in the words of a mail. Works in the caller's transaction. */
@Component
class CustomerNoticeTexts {
    private final JdbcClient jdbc;

    CustomerNoticeTexts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(String taskKey, Order order, CustomerNotice notice) {
        jdbc.sql(
                        """
                        insert into customer_notice (task_key, order_number, text) values (:key, :order, :text)
                        on conflict do nothing""")
                .param("key", taskKey)
                .param("order", order.number().value())
                .param("text", notice.textForStaff().japanese())
                .update();
    }

    Optional<String> of(String taskKey) {
        return jdbc.sql("select text from customer_notice where task_key = :key")
                .param("key", taskKey)
                .query(String.class)
                .optional();
    }

    /** Of an order whose customer need not be told any more. */
    void removeOf(OrderNumber order) {
        removeOf(List.of(order));
    }

    void removeOf(List<OrderNumber> orders) {
        jdbc.sql("delete from customer_notice where order_number = any(:orders::text[])")
                .param("orders", orders.stream().map(OrderNumber::value).toArray(String[]::new))
                .update();
    }

    void remove(String taskKey) {
        jdbc.sql("delete from customer_notice where task_key = :key")
                .param("key", taskKey)
                .update();
    }
}

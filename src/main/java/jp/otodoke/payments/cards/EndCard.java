package jp.otodoke.payments.cards;

import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.Order;
import jp.otodoke.payments.CustomerNotice;
import jp.otodoke.payments.NotifyCustomer;
import jp.otodoke.shared.OrderNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Ends cards of an update that can't be charged any more, and asks for another one for each open order that they were to pay. Works in the
 * caller's transaction.
 */
@Component
class EndCard {
    private final JdbcClient jdbc;
    private final FindOrder orders;
    private final CardNotices notices;
    private final NotifyCustomer notifyCustomer;

    EndCard(JdbcClient jdbc, FindOrder orders, CardNotices notices, NotifyCustomer notifyCustomer) {
        this.jdbc = jdbc;
        this.orders = orders;
        this.notices = notices;
        this.notifyCustomer = notifyCustomer;
    }

    /** @param asked ids in the files */
    void end(List<Long> asked) {
        if (asked.isEmpty()) {
            return;
        }
        var ended = jdbc.sql(
                        """
                        update kept_card k set state = 'UNUSABLE'
                          from card_update_card c join kept_card asked on asked.id = c.card_id
                         where c.id = any(:asked::bigint[]) and k.token_hash = asked.token_hash and k.state = 'VALID'
                        returning k.id
                        """)
                .param("asked", asked.stream().map(String::valueOf).toArray(String[]::new))
                .query(Long.class)
                .list();
        tell(ended);
    }

    private void tell(List<Long> cards) {
        var told = new LinkedHashMap<Order, CustomerNotice>();
        for (var card : toPay(cards)) {
            var order = orders.get(card.order());
            told.put(order, notices.ended(order, card));
        }
        notifyCustomer.sendAll(told);
    }

    private List<KeptCards.Ending> toPay(List<Long> cards) {
        return jdbc.sql(
                        """
                        select c.id, c.brand, c.last4, c.expires, r.number
                          from kept_card c join kept_card_order o on o.card_id = c.id join receivable r on r.number = o.order_number
                         where c.id = any(:cards::bigint[])
                           and r.method = 'CREDIT_CARD' and r.shop_payment = 'NONE' and r.charged > r.paid
                         order by c.id, r.number
                        """)
                .param("cards", cards.stream().map(String::valueOf).toArray(String[]::new))
                .query((row, n) -> new KeptCards.Ending(
                        row.getLong("id"),
                        row.getString("brand"),
                        row.getString("last4"),
                        row.getDate("expires") == null
                                ? null
                                : YearMonth.from(row.getDate("expires").toLocalDate()),
                        OrderNumber.of(row.getString("number"))))
                .list();
    }
}

package jp.otodoke.payments.cards;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.Order;
import jp.otodoke.payments.CustomerNotice;
import jp.otodoke.payments.NotifyCustomer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells customers that the card which is to pay an open order expires, once for each card and expiry. */
@Component
class TellBeforeExpiry {
    private final KeptCards cards;
    private final FindOrder orders;
    private final CardNotices notices;
    private final NotifyCustomer notifyCustomer;
    private final JdbcClient jdbc;

    TellBeforeExpiry(
            KeptCards cards, FindOrder orders, CardNotices notices, NotifyCustomer notifyCustomer, JdbcClient jdbc) {
        this.cards = cards;
        this.orders = orders;
        this.notices = notices;
        this.notifyCustomer = notifyCustomer;
        this.jdbc = jdbc;
    }

    /** For who has no address a person is asked to pass it on. */
    @Transactional
    public Chunk tell(long after, int limit) {
        var ending = cards.ending(after, limit);
        var told = new LinkedHashMap<Order, CustomerNotice>();
        for (var card : ending) {
            var order = orders.get(card.order());
            told.put(order, notices.expiring(order, card));
            cards.told(card.id());
        }
        notifyCustomer.sendAll(told);
        return new Chunk(
                ending.isEmpty() ? after : ending.get(ending.size() - 1).id(), ending.size());
    }

    @Transactional
    public void finished(LocalDate day, int told) {
        jdbc.sql("insert into card_expiry_run (day, told) values (:day, :told) on conflict do nothing")
                .param("day", day)
                .param("told", told)
                .update();
    }

    /**
     * What was done of the day.
     *
     * @param last id of a card
     */
    record Chunk(long last, int told) {}
}

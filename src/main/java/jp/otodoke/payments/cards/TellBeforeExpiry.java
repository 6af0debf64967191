package jp.otodoke.payments.cards;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.payments.CardLinks;
import jp.otodoke.platform.mail.MailRequested;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells customers that the card which is to pay an open order expires, once for each card and expiry. */
@Component
class TellBeforeExpiry {
    private static final String TEMPLATE = "card-expiring";

    private final KeptCards cards;
    private final FindOrder orders;
    private final CardLinks links;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;

    TellBeforeExpiry(
            KeptCards cards, FindOrder orders, CardLinks links, ApplicationEventPublisher events, JdbcClient jdbc) {
        this.cards = cards;
        this.orders = orders;
        this.links = links;
        this.events = events;
        this.jdbc = jdbc;
    }

    /** Who has no address stays listed as not told. */
    @Transactional
    public Chunk tell(long after, int limit) {
        var ending = cards.ending(after, limit);
        long told = ending.stream().filter(this::tell).count();
        return new Chunk(
                ending.isEmpty() ? after : ending.get(ending.size() - 1).id(), ending.size(), (int) told);
    }

    @Transactional
    public void finished(LocalDate day, int told) {
        jdbc.sql("insert into card_expiry_run (day, told) values (:day, :told) on conflict do nothing")
                .param("day", day)
                .param("told", told)
                .update();
    }

    private boolean tell(KeptCards.Ending card) {
        var order = orders.get(card.order());
        var to = order.buyerEmail();
        if (to == null) {
            return false;
        }
        cards.told(card.id());
        events.publishEvent(new MailRequested(
                String.join(":", List.of(TEMPLATE, String.valueOf(card.id()), String.valueOf(card.expires()))),
                to,
                TEMPLATE,
                order.number(),
                Map.of(
                        "name", order.buyerName(),
                        "orderNumber", order.number().value(),
                        "brand", Objects.requireNonNullElse(card.brand(), ""),
                        "last4", Objects.requireNonNullElse(card.last4(), ""),
                        "expires", card.expires().toString(),
                        "link", links.issueBeforeExpiry(order.number()).orElse(""),
                        "linkDays", String.valueOf(links.days()))));
        return true;
    }

    /**
     * What was done of the day.
     *
     * @param last id of a card
     */
    record Chunk(long last, int looked, int told) {}
}

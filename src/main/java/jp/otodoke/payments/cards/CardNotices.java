package jp.otodoke.payments.cards;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import jp.otodoke.orders.Order;
import jp.otodoke.payments.CardLinks;
import jp.otodoke.payments.CustomerNotice;
import jp.otodoke.shared.BilingualText;
import org.springframework.stereotype.Component;

/** Builds what customers are told about the card that is to pay an open order. Who has no address gets no link either. */
@Component
class CardNotices {
    private final CardLinks links;

    CardNotices(CardLinks links) {
        this.links = links;
    }

    /** It expires. */
    CustomerNotice expiring(Order order, KeptCards.Ending card) {
        var values = values(order, card);
        values.put("expires", String.valueOf(card.expires()));
        return notice("card-expiring", card.id() + ":" + card.expires(), values, card);
    }

    /** Its issuer has ended it. */
    CustomerNotice ended(Order order, KeptCards.Ending card) {
        return notice("card-ended", card.id() + ":" + order.number(), values(order, card), card);
    }

    private Map<String, String> values(Order order, KeptCards.Ending card) {
        var values = new HashMap<>(Map.of(
                "brand", Objects.requireNonNullElse(card.brand(), ""),
                "last4", Objects.requireNonNullElse(card.last4(), ""),
                "link", "",
                "linkDays", String.valueOf(links.days())));
        if (order.buyerEmail() != null) {
            links.issueBeforeExpiry(order.number()).ifPresent(link -> values.put("link", link));
        }
        return values;
    }

    private static CustomerNotice notice(
            String template, String key, Map<String, String> values, KeptCards.Ending card) {
        return new CustomerNotice(
                template + ":" + key,
                template,
                values,
                BilingualText.of(
                        "tell." + template,
                        Objects.requireNonNullElse(card.brand(), ""),
                        Objects.requireNonNullElse(card.last4(), ""),
                        String.valueOf(card.expires())));
    }
}

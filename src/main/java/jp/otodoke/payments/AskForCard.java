package jp.otodoke.payments;

import java.util.Map;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.platform.mail.MailRequested;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Tells the customer that the card was refused, where another card or a word with its issuer helps, with a link to a
 * page for another one.
 */
@Component
class AskForCard {
    private static final String TEMPLATE = "card-declined";

    private final FindOrder orders;
    private final CardLinks links;
    private final ApplicationEventPublisher events;

    AskForCard(FindOrder orders, CardLinks links, ApplicationEventPublisher events) {
        this.orders = orders;
        this.links = links;
        this.events = events;
    }

    /** Once for each attempt. Who has no address is called by whoever decides about the refusal. */
    void because(CardDecline decline, Payment payment, String transactionNo) {
        var order = orders.get(payment.orderNumber());
        var to = order.buyerEmail();
        if (to != null && decline.group().tellsCustomer() && payment.open().isPositive()) {
            events.publishEvent(new MailRequested(
                    TEMPLATE + ":" + transactionNo,
                    to,
                    TEMPLATE,
                    order.number(),
                    Map.of(
                            "name", order.buyerName(),
                            "orderNumber", order.number().value(),
                            "amount", payment.open().toString(),
                            "group", decline.group().name(),
                            "link", links.issue(order.number()).orElse(""),
                            "linkDays", String.valueOf(links.days()))));
        }
    }
}

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
    private final CardCalls calls;
    private final ApplicationEventPublisher events;

    AskForCard(FindOrder orders, CardLinks links, CardCalls calls, ApplicationEventPublisher events) {
        this.orders = orders;
        this.links = links;
        this.calls = calls;
        this.events = events;
    }

    /**
     * Once for each refusal, of the authorisation and of each capture by it, as each ends the link before. Who has no address is called
     * by whoever decides about the refusal.
     */
    void because(CardDecline decline, Payment payment, String transactionNo) {
        var order = orders.get(payment.orderNumber());
        var to = order.buyerEmail();
        if (to != null && decline.group().tellsCustomer() && payment.open().isPositive()) {
            events.publishEvent(new MailRequested(
                    String.join(":", TEMPLATE, transactionNo, String.valueOf(calls.captures(transactionNo))),
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

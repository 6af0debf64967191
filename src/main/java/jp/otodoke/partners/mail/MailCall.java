package jp.otodoke.partners.mail;

import java.util.Optional;
import jp.otodoke.customers.CorrectEmail;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.Order;
import jp.otodoke.partners.exchange.OutboxRow;
import jp.otodoke.partners.exchange.OutgoingCall;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Refusal;
import org.apache.camel.ProducerTemplate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Passes a queued mail to its route. */
@Component
class MailCall implements OutgoingCall {
    private final ProducerTemplate routes;
    private final FindOrder orders;
    private final CorrectEmail correctEmail;

    MailCall(ProducerTemplate routes, FindOrder orders, CorrectEmail correctEmail) {
        this.routes = routes;
        this.orders = orders;
        this.correctEmail = correctEmail;
    }

    @Override
    public String partner() {
        return MailQueue.PARTNER;
    }

    @Override
    public String type() {
        return MailQueue.TYPE;
    }

    @Override
    public void send(OutboxRow row) {
        routes.sendBody("direct:mail", row);
    }

    @Override
    public Optional<String> recipientField() {
        return Optional.of(MailQueue.TO);
    }

    /** Mails about an order go to its buyer. */
    @Override
    public void keepRecipient(@Nullable String reference, String address) {
        var buyer = Optional.ofNullable(reference)
                .flatMap(number -> orders.find(OrderNumber.of(number)))
                .map(Order::customerNumber)
                .orElseThrow(() -> Refusal.conflict("partners.unsent.recipient-unknown"));
        correctEmail.correct(buyer, address);
    }
}

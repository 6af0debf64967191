package jp.otodoke.partners.mail;

import java.util.Optional;
import jp.otodoke.partners.exchange.OutboxRow;
import jp.otodoke.partners.exchange.OutgoingCall;
import org.apache.camel.ProducerTemplate;
import org.springframework.stereotype.Component;

/** Passes a queued mail to its route. */
@Component
class MailCall implements OutgoingCall {
    private final ProducerTemplate routes;

    MailCall(ProducerTemplate routes) {
        this.routes = routes;
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
}

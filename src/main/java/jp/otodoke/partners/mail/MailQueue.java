package jp.otodoke.partners.mail;

import java.util.HashMap;
import jp.otodoke.partners.exchange.Outbox;
import jp.otodoke.platform.mail.MailRequested;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Queues mail in the transaction that asks for it. */
@Component
class MailQueue {
    static final String PARTNER = "mail";
    static final String TYPE = "MAIL";
    static final String TO = "mail:to";
    static final String TEMPLATE = "mail:template";

    private final Outbox outbox;

    MailQueue(Outbox outbox) {
        this.outbox = outbox;
    }

    @EventListener
    void on(MailRequested mail) {
        var order = mail.orderNumber();
        var payload = new HashMap<>(mail.values());
        payload.put(TO, mail.to());
        payload.put(TEMPLATE, mail.template());
        outbox.add(PARTNER, TYPE, "mail:" + mail.key(), order == null ? null : order.value(), payload);
    }
}

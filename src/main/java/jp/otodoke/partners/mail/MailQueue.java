package jp.otodoke.partners.mail;

import java.util.HashMap;
import java.util.List;
import jp.otodoke.partners.exchange.Outbox;
import jp.otodoke.partners.exchange.OutboxMessage;
import jp.otodoke.platform.mail.MailRequested;
import jp.otodoke.platform.mail.MailsRequested;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Queues mails in the transaction that asks for them. */
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
        outbox.add(List.of(message(mail)));
    }

    @EventListener
    void on(MailsRequested requested) {
        outbox.add(requested.mails().stream().map(MailQueue::message).toList());
    }

    private static OutboxMessage message(MailRequested mail) {
        var order = mail.orderNumber();
        var payload = new HashMap<>(mail.values());
        payload.put(TO, mail.to());
        payload.put(TEMPLATE, mail.template());
        return new OutboxMessage(PARTNER, TYPE, "mail:" + mail.key(), order == null ? null : order.value(), payload);
    }
}

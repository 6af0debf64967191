package jp.otodoke.partners.cardgateway;

import java.util.Map;
import jp.otodoke.partners.exchange.Outbox;
import jp.otodoke.payments.CardCallRequested;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Queues a call to the gateway in the transaction that asks for it. */
@Component
class CardQueue {
    static final String PARTNER = "card";
    static final String TYPE = "CARD";
    static final String CALL = "call";

    private final Outbox outbox;

    CardQueue(Outbox outbox) {
        this.outbox = outbox;
    }

    @EventListener
    void on(CardCallRequested event) {
        var id = String.valueOf(event.callId());
        outbox.add(PARTNER, TYPE, "card:" + id, null, Map.of(CALL, id), event.notBefore());
    }
}

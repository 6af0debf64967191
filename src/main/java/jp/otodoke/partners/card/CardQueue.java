package jp.otodoke.partners.card;

import java.util.Map;
import jp.otodoke.partners.Outbox;
import jp.otodoke.payments.CardCallHastened;
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
        outbox.add(PARTNER, TYPE, key(event.callId()), null, Map.of(CALL, id), event.notBefore());
    }

    @EventListener
    void on(CardCallHastened event) {
        outbox.hasten(PARTNER, key(event.callId()));
    }

    private static String key(long callId) {
        return "card:" + callId;
    }
}

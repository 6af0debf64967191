package jp.otodoke.partners.deferred;

import java.util.Map;
import jp.otodoke.partners.exchange.Outbox;
import jp.otodoke.payments.DeferredCallRequested;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Queues a call to the provider in the transaction that asks for it. */
@Component
class DeferredQueue {
    static final String PARTNER = "deferred";
    static final String TYPE = "DEFERRED";
    static final String CALL = "call";

    private final Outbox outbox;

    DeferredQueue(Outbox outbox) {
        this.outbox = outbox;
    }

    @EventListener
    void on(DeferredCallRequested event) {
        var id = String.valueOf(event.callId());
        outbox.add(PARTNER, TYPE, "deferred:" + id, null, Map.of(CALL, id), event.notBefore());
    }
}

package jp.otodoke.partners.deferred;

import jp.otodoke.partners.exchange.OutboxRow;
import jp.otodoke.partners.exchange.OutgoingCall;
import org.apache.camel.ProducerTemplate;
import org.springframework.stereotype.Component;

/** Passes a queued call to its route; the outbox retries a call that fails, with growing pauses. */
@Component
class QueuedDeferredCall implements OutgoingCall {
    private static final int PARALLEL = 4;

    private final ProducerTemplate routes;

    QueuedDeferredCall(ProducerTemplate routes) {
        this.routes = routes;
    }

    @Override
    public String partner() {
        return DeferredQueue.PARTNER;
    }

    @Override
    public String type() {
        return DeferredQueue.TYPE;
    }

    @Override
    public void send(OutboxRow row) {
        routes.sendBody("direct:deferred", row);
    }

    @Override
    public int parallel() {
        return PARALLEL;
    }
}

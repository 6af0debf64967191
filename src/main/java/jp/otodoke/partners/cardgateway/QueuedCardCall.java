package jp.otodoke.partners.cardgateway;

import jp.otodoke.partners.exchange.OutboxRow;
import jp.otodoke.partners.exchange.OutgoingCall;
import org.apache.camel.ProducerTemplate;
import org.springframework.stereotype.Component;

/** Passes a queued call to its route; the outbox retries a call that fails, with growing pauses. */
@Component
class QueuedCardCall implements OutgoingCall {
    private static final int PARALLEL = 4;

    private final ProducerTemplate routes;

    QueuedCardCall(ProducerTemplate routes) {
        this.routes = routes;
    }

    @Override
    public String partner() {
        return CardQueue.PARTNER;
    }

    @Override
    public String type() {
        return CardQueue.TYPE;
    }

    @Override
    public void send(OutboxRow row) {
        routes.sendBody("direct:card", row);
    }

    @Override
    public int parallel() {
        return PARALLEL;
    }
}

package jp.otodoke.partners.card;

import jp.otodoke.partners.OutboxRow;
import jp.otodoke.partners.OutgoingCall;
import org.apache.camel.ProducerTemplate;
import org.springframework.stereotype.Component;

/** Hands a queued call to its route. */
@Component
class CardGatewayCall implements OutgoingCall {
    private static final int PARALLEL = 4;

    private final ProducerTemplate routes;

    CardGatewayCall(ProducerTemplate routes) {
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

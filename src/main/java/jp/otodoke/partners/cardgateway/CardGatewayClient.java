package jp.otodoke.partners.cardgateway;

import java.nio.charset.StandardCharsets;
import java.util.List;
import jp.otodoke.partners.exchange.MessageLog;
import jp.otodoke.partners.exchange.OutboxRow;
import jp.otodoke.payments.CardCall;
import jp.otodoke.payments.CardCalls;
import jp.otodoke.payments.RecordCardAnswer;
import org.springframework.stereotype.Component;

/** Makes one call to the gateway, stores the exchange and passes the response on. */
@Component("cardGatewayClient")
public class CardGatewayClient {
    private final CardCalls calls;
    private final CardGateway gateway;
    private final RecordCardAnswer recordAnswer;
    private final MessageLog messages;

    CardGatewayClient(CardCalls calls, CardGateway gateway, RecordCardAnswer recordAnswer, MessageLog messages) {
        this.calls = calls;
        this.gateway = gateway;
        this.recordAnswer = recordAnswer;
        this.messages = messages;
    }

    /** Called by the route; fails if the call has certainly not reached the gateway, so that it is retried. */
    public void send(OutboxRow row) {
        var id = Long.parseLong(row.value(CardQueue.CALL));
        if (!calls.calledOff(id)) {
            make(calls.load(id));
        }
    }

    private void make(CardCall call) {
        var exchange = gateway.ask(call);
        messages.sent(
                CardQueue.PARTNER,
                call.kind().name(),
                "card-" + call.callId() + ".txt",
                exchange.transcript().getBytes(StandardCharsets.UTF_8),
                List.of(call.orderNumber().value(), call.transactionNo()));
        recordAnswer.record(exchange.answer());
    }
}

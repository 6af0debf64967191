package jp.otodoke.partners.deferred;

import java.nio.charset.StandardCharsets;
import java.util.List;
import jp.otodoke.partners.exchange.MessageLog;
import jp.otodoke.partners.exchange.OutboxRow;
import jp.otodoke.payments.DeferredCall;
import jp.otodoke.payments.LoadDeferredCall;
import jp.otodoke.payments.RecordDeferredAnswer;
import org.springframework.stereotype.Component;

/** Makes one call to the provider, stores the exchange and passes the answer on. */
@Component("deferredProviderClient")
public class DeferredProviderClient {
    private final LoadDeferredCall loadCall;
    private final DeferredProvider provider;
    private final RecordDeferredAnswer recordAnswer;
    private final MessageLog messages;

    DeferredProviderClient(
            LoadDeferredCall loadCall,
            DeferredProvider provider,
            RecordDeferredAnswer recordAnswer,
            MessageLog messages) {
        this.loadCall = loadCall;
        this.provider = provider;
        this.recordAnswer = recordAnswer;
        this.messages = messages;
    }

    /** Called by the route; fails if the call has certainly not reached the provider, so that it is retried. */
    public void send(OutboxRow row) {
        loadCall.load(Long.parseLong(row.value(DeferredQueue.CALL))).ifPresent(this::send);
    }

    private void send(DeferredCall call) {
        var exchange = provider.ask(call);
        messages.sent(
                DeferredQueue.PARTNER,
                call.kind().name(),
                "deferred-" + call.id() + ".txt",
                exchange.transcript().getBytes(StandardCharsets.UTF_8),
                List.of(call.order().value(), call.ownId()));
        recordAnswer.record(exchange.answer());
    }
}

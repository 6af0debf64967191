package jp.otodoke.partners.warehouse;

import java.util.Map;
import jp.otodoke.fulfilment.CancelRequested;
import jp.otodoke.fulfilment.InstructionReady;
import jp.otodoke.partners.exchange.Outbox;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Queues messages to the warehouse in the transaction that decides them. */
@Component
class InstructionQueue {
    private final Outbox outbox;

    InstructionQueue(Outbox outbox) {
        this.outbox = outbox;
    }

    @EventListener
    void on(InstructionReady event) {
        outbox.add(
                WarehousePartner.CODE,
                WarehouseExchange.SHIP,
                "ship:" + event.shipmentNumber() + ":" + event.revision(),
                event.shipmentNumber().value(),
                Map.of(WarehouseExchange.REVISION, Integer.toString(event.revision())));
    }

    @EventListener
    void on(CancelRequested event) {
        outbox.add(
                WarehousePartner.CODE,
                WarehouseExchange.CANCEL,
                "cancel:" + event.requestId(),
                event.shipmentNumber().value(),
                Map.of(WarehouseExchange.REQUEST, event.requestId(), WarehouseExchange.REASON, event.reason()));
    }
}

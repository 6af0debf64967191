package jp.otodoke.partners.warehouse;

import java.util.Map;
import jp.otodoke.fulfilment.CancelRequested;
import jp.otodoke.fulfilment.InstructionReady;
import jp.otodoke.partners.exchange.Outbox;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Queues messages to the partner that runs a shipment's warehouse, in the transaction that decides them. */
@Component
class InstructionQueue {
    private final Outbox outbox;
    private final WarehouseOperators operators;

    InstructionQueue(Outbox outbox, WarehouseOperators operators) {
        this.outbox = outbox;
        this.operators = operators;
    }

    @EventListener
    void on(InstructionReady event) {
        outbox.add(
                operators.partnerOf(event.warehouse()),
                WarehouseExchange.SHIP,
                "ship:" + event.shipmentNumber() + ":" + event.revision(),
                event.shipmentNumber().value(),
                Map.of(WarehouseExchange.REVISION, Integer.toString(event.revision())));
    }

    @EventListener
    void on(CancelRequested event) {
        outbox.add(
                operators.partnerOf(event.warehouse()),
                WarehouseExchange.CANCEL,
                "cancel:" + event.requestId(),
                event.shipmentNumber().value(),
                Map.of(WarehouseExchange.REQUEST, event.requestId(), WarehouseExchange.REASON, event.reason()));
    }
}

package jp.otodoke.fulfilment;

import java.util.Collection;
import java.util.List;
import jp.otodoke.orders.CancelReason;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.ShipmentNumber;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Ends a shipment of which nothing has left and nothing will. */
@Component
class WithdrawShipment {
    private final Shipments shipments;
    private final CancelOpenLines cancelOpenLines;
    private final ApplicationEventPublisher events;
    private final BusinessClock clock;

    WithdrawShipment(
            Shipments shipments,
            CancelOpenLines cancelOpenLines,
            ApplicationEventPublisher events,
            BusinessClock clock) {
        this.shipments = shipments;
        this.cancelOpenLines = cancelOpenLines;
        this.events = events;
        this.clock = clock;
    }

    /** Its goods are sent in a new shipment. */
    void sendAnew(ShipmentNumber number) {
        end(number);
        signal(number);
    }

    /** Its goods are cancelled in these orders. */
    void cancelGoods(ShipmentNumber number, Collection<OrderNumber> orders, CancelReason reason) {
        end(number);
        orders.forEach(order -> cancelOpenLines.cancel(order, reason, "staff"));
        signal(number);
    }

    private void end(ShipmentNumber number) {
        var shipment = shipments.findById(number).orElseThrow();
        shipment.cancelAnswered(CancelResult.CANCELLED, clock.instant());
        shipments.saveAndFlush(shipment);
    }

    private void signal(ShipmentNumber number) {
        events.publishEvent(new ShipmentSignal(ShipmentSignal.Kind.CANCELLED, List.of(number)));
    }
}

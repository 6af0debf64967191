package jp.otodoke.fulfilment;

import java.time.Duration;
import jp.otodoke.inbox.Inbox;
import jp.otodoke.inbox.NewTask;
import jp.otodoke.orders.OrderSubject;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.ShipmentNumber;
import org.springframework.stereotype.Component;

/** Opens the task about returned goods, once for each shipment. */
@Component
class ReturnArrivals {
    private final Inbox inbox;
    private final BusinessClock clock;

    ReturnArrivals(Inbox inbox, BusinessClock clock) {
        this.inbox = inbox;
        this.clock = clock;
    }

    void expect(Shipment shipment) {
        inbox.open(NewTask.of(
                        ReturnArrivalTask.TYPE,
                        key(shipment.number()),
                        ShipmentSubject.of(shipment.number()),
                        BilingualText.of("task.return-arrival.reason", shipment.number()))
                .linkedTo(OrderSubject.all(shipment.orderNumbers()))
                .dueAt(clock.instant().plus(Duration.ofDays(7))));
    }

    static String key(ShipmentNumber shipment) {
        return ReturnArrivalTask.TYPE + ":" + shipment;
    }
}

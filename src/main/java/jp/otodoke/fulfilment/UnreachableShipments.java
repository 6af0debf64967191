package jp.otodoke.fulfilment;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import jp.otodoke.inbox.Inbox;
import jp.otodoke.inbox.NewTask;
import jp.otodoke.orders.Order;
import jp.otodoke.orders.OrderSubject;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.ShipmentNumber;
import org.springframework.stereotype.Component;

/**
 * Asks about planned shipments that have their stock but can't meet their requested delivery dates, while others of their
 * orders wait: each has a task of its own as long as that is so.
 */
@Component
class UnreachableShipments {
    private static final Duration TIME_TO_DECIDE = Duration.ofHours(8);

    private final Inbox inbox;
    private final PlannedShipments planned;
    private final BusinessClock clock;

    UnreachableShipments(Inbox inbox, PlannedShipments planned, BusinessClock clock) {
        this.inbox = inbox;
        this.planned = planned;
        this.clock = clock;
    }

    void ask(Order order, PlannedShipment shipment) {
        var date = Objects.requireNonNull(
                order.destinations().get(shipment.group().destination() - 1).deliveryDate());
        inbox.open(NewTask.of(
                        ShipmentDateUnreachableTask.TYPE,
                        key(shipment.number()),
                        ShipmentSubject.of(shipment.number()),
                        BilingualText.of(
                                "task.shipment-date-unreachable.reason", order.number(), shipment.number(), date))
                .linkedTo(OrderSubject.all(List.of(order.number())))
                .dueAt(clock.instant().plus(TIME_TO_DECIDE)));
    }

    /** They have a day, wait for stock again, or aren't planned any more. */
    void settled(Collection<ShipmentNumber> shipments) {
        if (!shipments.isEmpty()) {
            inbox.resolve(shipments.stream().map(UnreachableShipments::key).toList());
        }
    }

    void settledOf(OrderNumber order) {
        settled(planned.of(order).values().stream()
                .filter(one -> one.day().isEmpty())
                .map(PlannedShipment::number)
                .toList());
    }

    private static String key(ShipmentNumber number) {
        return ShipmentDateUnreachableTask.TYPE + ":" + number;
    }
}

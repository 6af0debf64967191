package jp.otodoke.fulfilment;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import jp.otodoke.orders.CancelReason;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.Words;
import jp.otodoke.workflow.Inbox;
import jp.otodoke.workflow.NewTask;
import jp.otodoke.workflow.OpenTask;
import jp.otodoke.workflow.TaskAction;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * The warehouse sent less than it was told: staff say whether the rest follows at once or not at all. With
 * no word it follows when the first parcel has arrived.
 */
@Component
class ShortShipments implements TaskAction {
    private static final Words NOT_IN_STOCK = Words.of("cancel.reason.not-in-warehouse");

    private final ObjectProvider<Inbox> inbox;
    private final FindOrder orders;
    private final Shipments shipments;
    private final CancelOpen cancelOpen;
    private final ApplicationEventPublisher events;
    private final BusinessClock clock;

    ShortShipments(
            ObjectProvider<Inbox> inbox,
            FindOrder orders,
            Shipments shipments,
            CancelOpen cancelOpen,
            ApplicationEventPublisher events,
            BusinessClock clock) {
        this.inbox = inbox;
        this.orders = orders;
        this.shipments = shipments;
        this.cancelOpen = cancelOpen;
        this.events = events;
        this.clock = clock;
    }

    void askAbout(Shipment shipment) {
        var lines = shipment.lines().stream()
                .filter(l -> l.isGoods() && l.shipped() < l.quantity())
                .toList();
        var missing = lines.stream()
                .map(l -> Words.asWritten("%s %d/%d".formatted(l.sku(), l.shipped(), l.quantity())))
                .toList();
        if (shipment.resultFinal() && !missing.isEmpty()) {
            inbox.getObject()
                    .open(new NewTask(
                            "shipment-short:" + shipment.number(),
                            type(),
                            "shipping",
                            Words.of("task.shipment-short.reason", shipment.number(), Words.list(missing)),
                            lines.stream()
                                    .map(ShipmentLine::orderNumber)
                                    .distinct()
                                    .toList(),
                            clock.instant().plus(Duration.ofHours(8)),
                            1,
                            shipment.number()));
        }
    }

    @Override
    public String type() {
        return "shipment-short";
    }

    @Override
    public List<String> decisions() {
        return List.of("SHIP_REST", "CANCEL_REST");
    }

    @Override
    public void decide(OpenTask task, String decision, @Nullable String comment, Map<String, String> parameters) {
        for (var order : task.orderNumbers()) {
            if (decision.equals("CANCEL_REST")) {
                cancelOpen.cancel(
                        order,
                        new CancelReason(
                                CancelReason.Cause.UNDELIVERABLE,
                                comment == null ? NOT_IN_STOCK : Words.asWritten(comment)),
                        "staff");
            } else if (isRestOpen(order)) {
                events.publishEvent(new OrderNews(OrderNews.Kind.SHIPMENTS_OVER, List.of(order)));
            }
        }
    }

    /** Whether pieces are open that are in no parcel. */
    private boolean isRestOpen(String order) {
        var inParcels = Packed.of(order, shipments.ofOrders(List.of(order))).travelling().values().stream()
                .mapToInt(p -> p)
                .sum();
        return orders.get(order).openPieces() > inParcels;
    }
}

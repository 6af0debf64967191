package jp.otodoke.fulfilment;

import java.util.ArrayList;
import java.util.List;
import jp.otodoke.orders.CancelReason;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.Order;
import jp.otodoke.orders.Timeline;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.Words;
import jp.otodoke.workflow.Retrying;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Somebody wants an order cancelled. Before hand-over that is done at once; after it the warehouse is
 * asked, and until it answers there is neither refund nor re-use of stock.
 */
@Component
public class RequestCancel {
    /** What became of the request. */
    public enum Outcome {
        CANCELLED,
        PENDING
    }

    private final FindOrder orders;
    private final CancelOpen cancelOpen;
    private final Shipments shipments;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;
    private final BusinessClock clock;
    private final Retrying retrying;

    RequestCancel(
            FindOrder orders,
            CancelOpen cancelOpen,
            Shipments shipments,
            Timeline timeline,
            ApplicationEventPublisher events,
            BusinessClock clock,
            Retrying retrying) {
        this.orders = orders;
        this.cancelOpen = cancelOpen;
        this.shipments = shipments;
        this.timeline = timeline;
        this.events = events;
        this.clock = clock;
        this.retrying = retrying;
    }

    /** @throws Refusal when the goods have left, or the order has ended (conflict) */
    public Outcome request(String orderNumber, String reason, String by) {
        return retrying.inTransaction(() -> decide(orders.get(orderNumber), reason, by));
    }

    private Outcome decide(Order order, String reason, String by) {
        if (order.status().ended()) {
            throw Refusal.conflict("order.cancel.ended", order.number(), order.status());
        }
        var mine = shipments.ofOrders(List.of(order.number())).stream()
                .filter(s -> s.status() != ShipmentStatus.CANCELLED)
                .toList();
        var asked = mine.stream().filter(s -> s.status().atTheWarehouse()).toList();
        if (!asked.isEmpty()) {
            ask(order, asked, reason, by);
            return asked.stream().allMatch(s -> s.status() == ShipmentStatus.CANCELLED)
                    ? Outcome.CANCELLED
                    : Outcome.PENDING;
        }
        if (!order.status().beforeHandOver()) {
            throw Refusal.conflict("order.cancel.shipped", order.number(), order.status());
        }
        cancelOpen.cancel(order.number(), CancelReason.requested(reason), by);
        return Outcome.CANCELLED;
    }

    /** What the warehouse has refused it need not be asked about. */
    private void ask(Order order, List<Shipment> asked, String reason, String by) {
        var news = new ArrayList<String>();
        var refused = new ArrayList<String>();
        for (var shipment : asked) {
            shipment.cancelWantedBy(order.number());
            if (shipment.rejectCode() != null && shipment.status() == ShipmentStatus.INSTRUCTED) {
                shipment.askCancel(reason, clock.instant());
                shipment.cancelAnswered(CancelResult.CANCELLED, clock.instant());
                refused.add(shipment.number());
            } else if (shipment.status() != ShipmentStatus.CANCEL_PENDING) {
                shipment.askCancel(reason, clock.instant());
                news.add(shipment.number());
            }
        }
        shipments.saveAllAndFlush(asked);
        if (!refused.isEmpty()) {
            events.publishEvent(new ShipmentNews(ShipmentNews.Kind.CANCELLED, refused));
        }
        if (!news.isEmpty()) {
            timeline.add(order.number(), "CANCEL_REQUESTED", Words.of("timeline.cancellation-asked", reason), by);
            events.publishEvent(new ShipmentNews(ShipmentNews.Kind.CANCEL_REQUESTED, news));
        }
    }
}

package jp.otodoke.fulfilment;

import java.util.List;
import java.util.Optional;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.OrderReturned;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.orders.RemainingTotals;
import jp.otodoke.orders.Timeline;
import jp.otodoke.payments.FindPayment;
import jp.otodoke.payments.ReportUncollected;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Yen;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Of several shipments of an order one collects all that is owed. If it ends undelivered, the next collects instead: one that
 * has not left is instructed again with the amount; where all have left, a person decides how the money is asked for. What is
 * still to be sent collects by itself.
 */
@Component
class CollectByAnotherShipment {
    private final Shipments shipments;
    private final FindOrder orders;
    private final FindPayment payments;
    private final RemainingTotals remainingTotals;
    private final ReportUncollected reportUncollected;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;
    private final BusinessClock clock;

    CollectByAnotherShipment(
            Shipments shipments,
            FindOrder orders,
            FindPayment payments,
            RemainingTotals remainingTotals,
            ReportUncollected reportUncollected,
            Timeline timeline,
            ApplicationEventPublisher events,
            BusinessClock clock) {
        this.shipments = shipments;
        this.orders = orders;
        this.payments = payments;
        this.remainingTotals = remainingTotals;
        this.reportUncollected = reportUncollected;
        this.timeline = timeline;
        this.events = events;
        this.clock = clock;
    }

    /** After the charge was lowered. */
    @EventListener
    @Order(2)
    void on(OrderReturned returned) {
        ended(returned.orderNumber());
    }

    /** To be called when a shipment of the order has ended undelivered. Has no effect while another one collects. */
    void ended(OrderNumber number) {
        var order = orders.get(number);
        var owed = payments.get(number).open();
        if (order.paymentMethod() != PaymentMethod.CASH_ON_DELIVERY || !owed.isPositive()) {
            return;
        }
        var alive = shipments.ofOrders(List.of(number)).stream()
                .filter(shipment -> shipment.status() != ShipmentStatus.CANCELLED
                        && shipment.status() != ShipmentStatus.RETURNED
                        && shipment.status() != ShipmentStatus.CANCEL_PENDING)
                .toList();
        if (alive.isEmpty()
                || alive.stream().anyMatch(shipment -> shipment.codAmount().isPositive())) {
            return;
        }
        notLeft(alive).ifPresentOrElse(next -> collect(next, order, owed), () -> ask(order));
    }

    private static Optional<Shipment> notLeft(List<Shipment> alive) {
        return alive.stream()
                .filter(shipment -> shipment.status().atTheWarehouse())
                .findFirst();
    }

    private void collect(Shipment next, jp.otodoke.orders.Order order, Yen owed) {
        next.collect(owed, remainingTotals.of(order).tax().min(owed));
        if (next.instructAgain(clock.instant())) {
            events.publishEvent(new InstructionReady(next.number(), next.revision(), next.warehouse()));
        }
        shipments.saveAndFlush(next);
        timeline.add(
                order.number(),
                "COLLECTED_BY_ANOTHER",
                BilingualText.of("timeline.collected-by-another", next.number(), owed),
                "system");
    }

    private void ask(jp.otodoke.orders.Order order) {
        if (order.lines().stream().noneMatch(line -> line.open() > 0)) {
            reportUncollected.report(order.number());
        }
    }
}

package jp.otodoke.fulfilment;

import java.time.Duration;
import java.util.List;
import jp.otodoke.inbox.Inbox;
import jp.otodoke.inbox.NewTask;
import jp.otodoke.inbox.StaffGroup;
import jp.otodoke.inbox.TaskDecision;
import jp.otodoke.inbox.TaskKind;
import jp.otodoke.orders.CancelReason;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.OrderSubject;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.ShipmentNumber;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Opens a task when the warehouse shipped less than instructed: staff decide whether the rest is sent immediately
 * or cancelled. Without a decision it is sent after the first shipment has been delivered. If nothing was shipped at
 * all, the shipment waits for the decision, which ends it.
 */
@Component
class ShortShipments implements TaskKind {
    static final String TYPE = "shipment-short";

    private static final BilingualText NOT_IN_STOCK = BilingualText.of("cancel.reason.not-in-warehouse");

    private final ObjectProvider<Inbox> inbox;
    private final FindOrder orders;
    private final Shipments shipments;
    private final CancelOpenLines cancelOpenLines;
    private final WithdrawShipment withdraw;
    private final AllocateOrder allocateOrder;
    private final ApplicationEventPublisher events;
    private final BusinessClock clock;

    ShortShipments(
            ObjectProvider<Inbox> inbox,
            FindOrder orders,
            Shipments shipments,
            CancelOpenLines cancelOpenLines,
            WithdrawShipment withdraw,
            AllocateOrder allocateOrder,
            ApplicationEventPublisher events,
            BusinessClock clock) {
        this.inbox = inbox;
        this.orders = orders;
        this.shipments = shipments;
        this.cancelOpenLines = cancelOpenLines;
        this.withdraw = withdraw;
        this.allocateOrder = allocateOrder;
        this.events = events;
        this.clock = clock;
    }

    void askAbout(Shipment shipment) {
        var lines = shipment.lines().stream()
                .filter(l -> l.isGoods() && l.shipped() < l.quantity())
                .toList();
        var missing = lines.stream()
                .map(l -> BilingualText.asWritten("%s %d/%d".formatted(l.sku(), l.shipped(), l.quantity())))
                .toList();
        if (shipment.resultFinal() && !missing.isEmpty() && !shipment.status().ended()) {
            inbox.getObject()
                    .open(NewTask.of(
                                    TYPE,
                                    key(shipment),
                                    ShipmentSubject.of(shipment.number()),
                                    BilingualText.of(
                                            shipment.shippedAt() == null
                                                    ? "task.shipment-short.nothing"
                                                    : "task.shipment-short.reason",
                                            shipment.number(),
                                            BilingualText.list(missing)))
                            .linkedTo(OrderSubject.all(lines.stream()
                                    .map(ShipmentLine::orderNumber)
                                    .toList()))
                            .dueAt(clock.instant().plus(Duration.ofHours(8)))
                            .urgent(1));
        }
    }

    /** Goods left after all, after the warehouse had said that none would. */
    void over(Shipment shipment) {
        inbox.getObject().resolve(key(shipment));
    }

    private static String key(Shipment shipment) {
        return "shipment-short:" + shipment.number();
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String subjectKind() {
        return ShipmentSubject.KIND;
    }

    @Override
    public StaffGroup group() {
        return StaffGroup.SHIPPING;
    }

    @Override
    public List<String> decisions() {
        return List.of("SHIP_REST", "CANCEL_REST");
    }

    @Override
    public void decide(TaskDecision decision) {
        var number = ShipmentNumber.of(decision.task().subject().key());
        var orders = OrderSubject.in(decision.task());
        boolean cancels = decision.code().equals("CANCEL_REST");
        if (shipments.findById(number).orElseThrow().status().atTheWarehouse()) {
            if (cancels) {
                withdraw.cancelGoods(number, orders, reason(decision));
            } else {
                withdraw.sendAnew(number);
            }
            return;
        }
        for (var order : orders) {
            if (cancels) {
                cancelOpenLines.cancel(order, reason(decision), "staff");
            } else if (isRestOpen(order)) {
                allocateOrder.planAgain(order);
                events.publishEvent(new OrderSignal(OrderSignal.Kind.ALL_SHIPMENTS_ENDED, List.of(order)));
            }
        }
    }

    private static CancelReason reason(TaskDecision decision) {
        var comment = decision.comment();
        return new CancelReason(
                CancelReason.Cause.UNDELIVERABLE, comment == null ? NOT_IN_STOCK : BilingualText.asWritten(comment));
    }

    /** Whether there are open pieces that are in no shipment. */
    private boolean isRestOpen(OrderNumber order) {
        var inParcels = PackedQuantities.of(order, shipments.ofOrders(List.of(order))).underway().values().stream()
                .mapToInt(p -> p)
                .sum();
        return orders.get(order).openPieces() > inParcels;
    }
}

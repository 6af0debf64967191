package jp.otodoke.fulfilment;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jp.otodoke.inventory.AllocateStock;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.LockOrdersToShip;
import jp.otodoke.orders.Order;
import jp.otodoke.orders.OrderStatus;
import jp.otodoke.orders.Timeline;
import jp.otodoke.platform.data.RetryOnConflict;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.ShipmentNumber;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Undoes the split of a planned shipment as long as both parts are still to be released: they leave together again. */
@Component
public class UndoSplit {
    private final FindOrder orders;
    private final LockOrdersToShip lockOrders;
    private final PlannedShipments planned;
    private final SplitArticles splits;
    private final AllocateOrder allocateOrder;
    private final AllocateStock allocateStock;
    private final PlanShipDay planShipDay;
    private final Timeline timeline;
    private final RetryOnConflict retryOnConflict;

    UndoSplit(
            FindOrder orders,
            LockOrdersToShip lockOrders,
            PlannedShipments planned,
            SplitArticles splits,
            AllocateOrder allocateOrder,
            AllocateStock allocateStock,
            PlanShipDay planShipDay,
            Timeline timeline,
            RetryOnConflict retryOnConflict) {
        this.orders = orders;
        this.lockOrders = lockOrders;
        this.planned = planned;
        this.splits = splits;
        this.allocateOrder = allocateOrder;
        this.allocateStock = allocateStock;
        this.planShipDay = planShipDay;
        this.timeline = timeline;
        this.retryOnConflict = retryOnConflict;
    }

    /** The shipments of the order that were split from one that is still planned. */
    @Transactional(readOnly = true)
    public Set<ShipmentNumber> possible(OrderNumber orderNumber) {
        var possible = new TreeSet<ShipmentNumber>();
        if (dateUndecided(orders.get(orderNumber))) {
            return possible;
        }
        var mine = planned.of(orderNumber);
        mine.values().stream().filter(one -> one.group().part() > 1).forEach(one -> splits.from(
                        orderNumber, one.group().part())
                .filter(from -> mine.containsKey(one.group().asPart(from)))
                .ifPresent(from -> possible.add(one.number())));
        return possible;
    }

    /**
     * @param number of the shipment that was split off
     * @throws Refusal if the order has no such planned shipment, or if it wasn't split off or the one that it was split from
     *     has been released, or if somebody has yet to decide about the order's delivery date (conflict)
     */
    public void undo(OrderNumber orderNumber, ShipmentNumber number, String by) {
        retryOnConflict.inTransaction(() -> {
            if (lockOrders.lockToPlan(List.of(orderNumber)).isEmpty()) {
                throw Refusal.conflict("shipment.split.not-undoable", number);
            }
            var order = orders.get(orderNumber);
            if (dateUndecided(order)) {
                throw Refusal.conflict("shipment.split.date-undecided", orderNumber);
            }
            var group = planned.get(orderNumber, number).group();
            var from = splits.from(orderNumber, group.part())
                    .orElseThrow(() -> Refusal.conflict("shipment.split.none", number));
            var mine = planned.of(orderNumber);
            var first = mine.get(group.asPart(from));
            if (first == null) {
                throw Refusal.conflict("shipment.split.not-undoable", number);
            }
            splits.undo(orderNumber, group.part(), from);
            if (order.progress() == OrderStatus.AWAITING_STOCK) {
                var waiting = allocateStock.waiting(orderNumber);
                if (waiting.contains(group.code())
                        || waiting.contains(first.group().code())) {
                    waitTogether(order, first.group(), group);
                } else {
                    allocateOrder.planAgain(orderNumber);
                }
            } else {
                allocateOrder.allocate(orderNumber);
                planShipDay.plan(orderNumber);
            }
            timeline.add(
                    orderNumber, "SPLIT_UNDONE", BilingualText.of("timeline.split-undone", number, first.number()), by);
            return first;
        });
    }

    /** Joined, it would have a day at once, and leave while somebody decides about the one that it has missed. */
    private static boolean dateUndecided(Order order) {
        return order.progress() == OrderStatus.READY && order.shipDay() == null;
    }

    private void waitTogether(Order order, ShipmentGroup group, ShipmentGroup other) {
        var parted = allocateOrder.needs(order).stream()
                .collect(Collectors.partitioningBy(need -> need.group().equals(group.code())));
        allocateStock.waitTogether(
                order.number(),
                order.orderedAt(),
                parted.getOrDefault(true, List.of()),
                Set.of(group.code(), other.code()),
                parted.getOrDefault(false, List.of()));
        allocateOrder.planAgain(order.number());
    }
}

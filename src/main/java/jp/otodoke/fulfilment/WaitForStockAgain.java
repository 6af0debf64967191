package jp.otodoke.fulfilment;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jp.otodoke.inventory.AllocationHolders;
import jp.otodoke.orders.LockOrdersToShip;
import jp.otodoke.orders.Timeline;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.staff.CurrentStaff;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes orders back to where they wait for stock when pieces that they were allocated are not there. */
@Component
class WaitForStockAgain implements AllocationHolders {
    private final LockOrdersToShip lockOrders;
    private final Shipments shipments;
    private final SplitArticles splits;
    private final PlannedShipments planned;
    private final AllocateOrder allocateOrder;
    private final Timeline timeline;
    private final CurrentStaff staff;
    private final ApplicationEventPublisher events;

    WaitForStockAgain(
            LockOrdersToShip lockOrders,
            Shipments shipments,
            SplitArticles splits,
            PlannedShipments planned,
            AllocateOrder allocateOrder,
            Timeline timeline,
            CurrentStaff staff,
            ApplicationEventPublisher events) {
        this.lockOrders = lockOrders;
        this.shipments = shipments;
        this.splits = splits;
        this.planned = planned;
        this.allocateOrder = allocateOrder;
        this.timeline = timeline;
        this.staff = staff;
        this.events = events;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Set<OrderNumber> thatCanWait(Collection<OrderNumber> orders) {
        var waiting = new HashSet<>(lockOrders.lockToPlan(orders));
        var underway = shipments.ofOrders(List.copyOf(waiting)).stream()
                .filter(shipment -> !shipment.status().ended())
                .flatMap(shipment -> shipment.orderNumbers().stream())
                .collect(Collectors.toSet());
        waiting.removeAll(underway);
        return waiting;
    }

    /** They are allocated anew at once, oldest first, so that no younger order comes before them. */
    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void waitForStock(Collection<OrderNumber> orders) {
        orders.forEach(order -> {
            splits.clear(order);
            planned.unschedule(order);
        });
        timeline.add(orders.stream()
                .map(order -> new Timeline.Entry(
                        order, "ALLOCATION_WITHDRAWN", BilingualText.of("timeline.allocation-withdrawn"), staff.name()))
                .toList());
        allocateOrder.allocate(orders);
        events.publishEvent(new OrderSignal(OrderSignal.Kind.CHANGED, List.copyOf(orders)));
    }
}

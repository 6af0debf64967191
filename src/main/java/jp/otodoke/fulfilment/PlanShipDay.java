package jp.otodoke.fulfilment;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jp.otodoke.orders.AdvanceOrder;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.Order;
import jp.otodoke.orders.OrderDestination;
import jp.otodoke.orders.Timeline;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.OrderNumber;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Plans the ship dates of orders whose payment is secured and whose stock is allocated. */
@Component
public class PlanShipDay {
    private final FindOrder orders;
    private final ShipDays shipDays;
    private final PlannedShipments planned;
    private final AdvanceOrder advance;
    private final Timeline timeline;

    PlanShipDay(
            FindOrder orders, ShipDays shipDays, PlannedShipments planned, AdvanceOrder advance, Timeline timeline) {
        this.orders = orders;
        this.shipDays = shipDays;
        this.planned = planned;
        this.advance = advance;
        this.timeline = timeline;
    }

    /** Leaves the date empty if the requested delivery date can no longer be met. */
    @Transactional
    public void plan(OrderNumber orderNumber) {
        plan(List.of(orderNumber));
    }

    /**
     * As {@link #plan(OrderNumber)}, for many.
     *
     * @return the orders that can ship in time
     */
    @Transactional
    public Set<OrderNumber> plan(Collection<OrderNumber> orderNumbers) {
        var found = orders.all(orderNumbers);
        if (found.isEmpty()) {
            return Set.of();
        }
        var days = days(found);
        advance.plan(days);
        timeline.add(days.entrySet().stream()
                .map(one -> new Timeline.Entry(one.getKey(), "READY", words(one.getValue()), "system"))
                .toList());
        return days.entrySet().stream()
                .filter(one -> one.getValue().isPresent())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** An order that leaves in several shipments is planned shipment by shipment; its own day is that of the first. */
    private Map<OrderNumber, Optional<LocalDate>> days(List<Order> found) {
        var severals = planned.of(found.stream().map(Order::number).toList());
        var whole = new TreeMap<OrderNumber, List<OrderDestination>>();
        found.stream()
                .filter(order -> !severals.containsKey(order.number()))
                .forEach(order -> whole.put(order.number(), order.destinations()));
        var days = new TreeMap<>(shipDays.plan(whole));
        found.stream()
                .filter(order -> severals.containsKey(order.number()))
                .forEach(order ->
                        days.put(order.number(), first(order, severals.getOrDefault(order.number(), Map.of()))));
        return days;
    }

    /** Empty if any of them can't be delivered in time. */
    private Optional<LocalDate> first(Order order, Map<ShipmentGroup, Optional<LocalDate>> several) {
        var days = new TreeMap<>(several);
        days.replaceAll((group, day) ->
                day.or(() -> shipDays.plan(List.of(order.destinations().get(group.destination() - 1)))));
        planned.replace(order.number(), days);
        return days.values().stream().anyMatch(Optional::isEmpty)
                ? Optional.empty()
                : days.values().stream().flatMap(Optional::stream).min(Comparator.naturalOrder());
    }

    private static BilingualText words(Optional<LocalDate> day) {
        return day.map(d -> BilingualText.of("timeline.ship-day-set", d))
                .orElseGet(() -> BilingualText.of("timeline.day-unreachable"));
    }

    /** Drops the requested delivery date and plans the earliest possible one. */
    @Transactional
    public void earliest(OrderNumber orderNumber) {
        advance.dropRequestedDate(orderNumber);
    }
}

package jp.otodoke.fulfilment;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import jp.otodoke.orders.AdvanceOrder;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.Order;
import jp.otodoke.orders.OrderDestination;
import jp.otodoke.orders.Timeline;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.ShipmentNumber;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Plans the ship dates of orders whose payment is secured and whose stock is allocated. */
@Component
public class PlanShipDay {
    private final FindOrder orders;
    private final ShipDays shipDays;
    private final PlannedShipments planned;
    private final AdvanceOrder advance;
    private final DropRequestedDates dropRequestedDates;
    private final Timeline timeline;

    PlanShipDay(
            FindOrder orders,
            ShipDays shipDays,
            PlannedShipments planned,
            AdvanceOrder advance,
            DropRequestedDates dropRequestedDates,
            Timeline timeline) {
        this.orders = orders;
        this.shipDays = shipDays;
        this.planned = planned;
        this.advance = advance;
        this.dropRequestedDates = dropRequestedDates;
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
        return plan(orderNumbers, () -> planned.of(orderNumbers));
    }

    /** As {@link #plan(Collection)}, of orders whose shipments were planned just now. */
    Set<OrderNumber> plan(Collection<OrderNumber> orderNumbers, Collection<PlannedShipment> plannedNow) {
        var concerned = Set.copyOf(orderNumbers);
        return plan(
                orderNumbers,
                () -> PlannedShipments.byOrder(plannedNow.stream()
                        .filter(one -> concerned.contains(one.order()))
                        .toList()));
    }

    private Set<OrderNumber> plan(
            Collection<OrderNumber> orderNumbers,
            Supplier<Map<OrderNumber, Map<ShipmentGroup, PlannedShipment>>> plans) {
        var found = orders.all(orderNumbers);
        if (found.isEmpty()) {
            return Set.of();
        }
        var days = days(found, plans.get());
        advance.plan(days);
        timeline.add(days.entrySet().stream()
                .map(one -> new Timeline.Entry(one.getKey(), "READY", words(one.getValue()), "system"))
                .toList());
        return days.entrySet().stream()
                .filter(one -> one.getValue().isPresent())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Those of which a shipment can't be delivered in time have no day; the day of others is that of the first. */
    private Map<OrderNumber, Optional<LocalDate>> days(
            List<Order> found, Map<OrderNumber, Map<ShipmentGroup, PlannedShipment>> plans) {
        var days = new TreeMap<OrderNumber, Optional<LocalDate>>();
        var whole = new TreeMap<OrderNumber, List<OrderDestination>>();
        var undated = new TreeMap<ShipmentNumber, List<OrderDestination>>();
        for (var order : found) {
            var mine = plans.getOrDefault(order.number(), Map.of()).values();
            if (mine.isEmpty()) {
                whole.put(order.number(), order.destinations());
            }
            mine.stream()
                    .filter(one -> one.day().isEmpty())
                    .forEach(one -> undated.put(
                            one.number(),
                            List.of(order.destinations().get(one.group().destination() - 1))));
        }
        if (!whole.isEmpty()) {
            days.putAll(shipDays.plan(whole));
        }
        var later = undated.isEmpty() ? Map.<ShipmentNumber, Optional<LocalDate>>of() : shipDays.plan(undated);
        plans.forEach((order, groups) -> days.put(
                order,
                first(groups.values().stream()
                        .map(one -> one.day().or(() -> later.getOrDefault(one.number(), Optional.empty())))
                        .toList())));
        planned.reschedule(plans.values().stream()
                .flatMap(groups -> groups.values().stream())
                .filter(one ->
                        later.getOrDefault(one.number(), Optional.empty()).isPresent())
                .map(one -> one.on(later.getOrDefault(one.number(), Optional.empty())))
                .toList());
        return days;
    }

    private static Optional<LocalDate> first(List<Optional<LocalDate>> days) {
        return days.stream().anyMatch(Optional::isEmpty)
                ? Optional.empty()
                : days.stream().flatMap(Optional::stream).min(Comparator.naturalOrder());
    }

    private static BilingualText words(Optional<LocalDate> day) {
        return day.map(d -> BilingualText.of("timeline.ship-day-set", d))
                .orElseGet(() -> BilingualText.of("timeline.day-unreachable"));
    }

    /** Drops the requested delivery dates, so that the earliest possible ones are planned. */
    @Transactional
    public void earliest(OrderNumber orderNumber) {
        dropRequestedDates.agreed(orders.get(orderNumber));
    }
}

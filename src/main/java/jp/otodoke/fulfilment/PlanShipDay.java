package jp.otodoke.fulfilment;

import jp.otodoke.orders.OrderDestination;
import java.util.stream.Collectors;
import java.util.TreeMap;
import java.util.Set;
import java.util.Optional;
import java.util.Map;
import java.util.List;
import java.util.Collection;
import java.time.LocalDate;
import jp.otodoke.orders.AdvanceOrder;
import jp.otodoke.orders.FindOrder;
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
    private final AdvanceOrder advance;
    private final Timeline timeline;

    PlanShipDay(FindOrder orders, ShipDays shipDays, AdvanceOrder advance, Timeline timeline) {
        this.orders = orders;
        this.shipDays = shipDays;
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
        var destinations = new TreeMap<OrderNumber, List<OrderDestination>>();
        orders.all(orderNumbers).forEach(order -> destinations.put(order.number(), order.destinations()));
        if (destinations.isEmpty()) {
            return Set.of();
        }
        var days = shipDays.plan(destinations);
        advance.plan(days);
        timeline.add(days.entrySet().stream()
                .map(one -> new Timeline.Entry(one.getKey(), "READY", words(one.getValue()), "system"))
                .toList());
        return days.entrySet().stream()
                .filter(one -> one.getValue().isPresent())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
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

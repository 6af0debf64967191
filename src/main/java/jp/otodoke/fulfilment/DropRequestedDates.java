package jp.otodoke.fulfilment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.otodoke.fulfilment.DeliveryCalendar.Lead;
import jp.otodoke.fulfilment.OrderInWave.Piece;
import jp.otodoke.orders.AdvanceOrder;
import jp.otodoke.orders.Order;
import jp.otodoke.orders.OrderDestination;
import jp.otodoke.orders.Timeline;
import jp.otodoke.payments.CustomerNotice;
import jp.otodoke.payments.NotifyCustomer;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.DayFormat;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.TimeSlot;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Drops requested delivery dates that can't be met any more, and tells the customers the new days, once for each change. */
@Component
class DropRequestedDates {
    private static final String TEMPLATE = "delivery-date-changed";

    private final ShipDays shipDays;
    private final AdvanceOrder advance;
    private final NotifyCustomer notifyCustomer;
    private final Timeline timeline;

    DropRequestedDates(ShipDays shipDays, AdvanceOrder advance, NotifyCustomer notifyCustomer, Timeline timeline) {
        this.shipDays = shipDays;
        this.advance = advance;
        this.notifyCustomer = notifyCustomer;
        this.timeline = timeline;
    }

    /** Of goods that leave too late, as they were held or a wave was missed. */
    void unreachable(Map<Order, List<Piece>> leaving, LocalDate shipDay) {
        var dated = new LinkedHashMap<Order, Set<Integer>>();
        leaving.forEach((order, pieces) -> {
            var destinations = pieces.stream()
                    .map(piece -> piece.group().destination())
                    .filter(n -> order.destinations().get(n - 1).deliveryDate() != null)
                    .collect(Collectors.toCollection(TreeSet::new));
            if (!destinations.isEmpty()) {
                dated.put(order, destinations);
            }
        });
        if (!dated.isEmpty()) {
            var days = new Days();
            dated.replaceAll((order, destinations) -> destinations.stream()
                    .filter(n -> days.isTooLate(order.destinations().get(n - 1), shipDay))
                    .collect(Collectors.toCollection(TreeSet::new)));
            dated.values().removeIf(Set::isEmpty);
            drop(dated, days, shipDay, "system");
        }
    }

    /** Of what is still to be sent of an order and would come too late, as a person has agreed; other dates are met. */
    void agreed(Order order) {
        var destinations = dated(order);
        var days = new Days();
        var shipDay = days.firstShipDay();
        destinations.removeIf(n -> !days.isTooLate(order.destinations().get(n - 1), shipDay));
        if (!destinations.isEmpty()) {
            drop(Map.of(order, destinations), days, shipDay, "staff");
        }
    }

    /** The requested dates of what is still to be sent of an order that can't be met any more, each once. */
    List<LocalDate> missed(Order order) {
        var days = new Days();
        var shipDay = days.firstShipDay();
        return dated(order).stream()
                .map(n -> order.destinations().get(n - 1))
                .filter(to -> days.isTooLate(to, shipDay))
                .map(to -> Objects.requireNonNull(to.deliveryDate()))
                .distinct()
                .sorted()
                .toList();
    }

    /** The destinations with requested dates to which something is still to be sent, by number. */
    private static TreeSet<Integer> dated(Order order) {
        return IntStream.rangeClosed(1, order.destinations().size())
                .filter(n -> order.destinations().get(n - 1).deliveryDate() != null)
                .filter(n -> order.lines().stream().anyMatch(line -> line.destination() == n && line.open() > 0))
                .boxed()
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void drop(Map<Order, ? extends Set<Integer>> orders, Days days, LocalDate shipDay, String by) {
        var notices = new LinkedHashMap<Order, CustomerNotice>();
        var entries = new ArrayList<Timeline.Entry>();
        var dropped = new TreeMap<OrderNumber, Set<Integer>>();
        orders.forEach((order, destinations) -> {
            var changes = destinations.stream()
                    .map(n -> days.change(n, order, shipDay))
                    .toList();
            notices.put(order, notice(order, changes));
            entries.add(new Timeline.Entry(
                    order.number(),
                    "REQUESTED_DATE_CHANGED",
                    BilingualText.of("timeline.requested-date-changed", said(order, changes)),
                    by));
            dropped.put(order.number(), Set.copyOf(destinations));
        });
        advance.dropRequestedDates(dropped);
        timeline.add(entries);
        notifyCustomer.sendAll(notices);
    }

    private static CustomerNotice notice(Order order, List<Change> changes) {
        return new CustomerNotice(
                TEMPLATE + ":" + order.number() + ":"
                        + changes.stream().map(Change::key).collect(Collectors.joining(",")),
                TEMPLATE,
                Map.of("days", said(order, changes).japanese()),
                BilingualText.of("tell.delivery-date-changed", said(order, changes)));
    }

    private static BilingualText said(Order order, List<Change> changes) {
        return BilingualText.list(changes.stream()
                .map(change -> order.destinations().size() == 1
                        ? BilingualText.of(
                                "mail.day-changed", DayFormat.of(change.before()), DayFormat.of(change.after()))
                        : BilingualText.of(
                                "mail.day-changed.to",
                                DayFormat.of(change.before()),
                                DayFormat.of(change.after()),
                                change.destination()))
                .toList());
    }

    /** @param destination its number, from 1 */
    private record Change(int destination, LocalDate before, LocalDate after) {
        String key() {
            return destination + "/" + before + "/" + after;
        }
    }

    /** Which day goods arrive, with lead times read once for each prefecture. */
    private final class Days {
        private final DeliveryCalendar calendar = shipDays.calendar();
        private final Map<String, Lead> leads = new HashMap<>();

        boolean isTooLate(OrderDestination to, LocalDate shipDay) {
            return calendar.lastShipDay(lead(to), Objects.requireNonNull(to.deliveryDate()), slot(to))
                    .isBefore(shipDay);
        }

        Change change(int destination, Order order, LocalDate shipDay) {
            var to = order.destinations().get(destination - 1);
            return new Change(
                    destination,
                    Objects.requireNonNull(to.deliveryDate()),
                    calendar.arrival(lead(to), shipDay, slot(to)));
        }

        LocalDate firstShipDay() {
            return calendar.firstShipDay();
        }

        private Lead lead(OrderDestination to) {
            return leads.computeIfAbsent(to.address().prefecture(), shipDays::lead);
        }

        private static @Nullable TimeSlot slot(OrderDestination to) {
            return TimeSlot.find(to.timeSlot()).orElse(null);
        }
    }
}

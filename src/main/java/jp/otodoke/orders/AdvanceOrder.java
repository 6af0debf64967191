package jp.otodoke.orders;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.TimeSlot;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Updates an order as its process advances: status, check results, planned ship date and shipped quantities. */
@Component
public class AdvanceOrder {
    private final Orders orders;
    private final ReviewReasons reviewReasons;
    private final ApplicationEventPublisher events;
    private final BusinessClock clock;

    AdvanceOrder(Orders orders, ReviewReasons reviewReasons, ApplicationEventPublisher events, BusinessClock clock) {
        this.orders = orders;
        this.reviewReasons = reviewReasons;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    public void advanceTo(Collection<OrderNumber> numbers, OrderStatus point) {
        var found = orders.findAllById(numbers);
        found.forEach(order -> order.advanceTo(point, clock.instant()));
        orders.saveAllAndFlush(found);
        if (point == OrderStatus.DELIVERED) {
            events.publishEvent(new OrdersDelivered(List.copyOf(numbers)));
        }
    }

    /**
     * Records the results of the checks of orders without reasons for a review.
     *
     * @param found reasons for a manual review of each order; empty if it passed
     */
    @Transactional
    public void checked(Map<OrderNumber, List<ReviewReasons.ReviewReason>> found) {
        reviewReasons.add(found);
        var checked = orders.findAllById(found.keySet());
        checked.forEach(order -> {
            if (found.getOrDefault(order.number(), List.of()).isEmpty()) {
                order.checkPassed();
            } else {
                order.advanceTo(OrderStatus.IN_REVIEW, clock.instant());
            }
        });
        orders.saveAll(checked);
    }

    @Transactional
    public void approve(OrderNumber number) {
        reviewReasons.markReviewed(number);
        var order = orders.getReferenceById(number);
        order.checkPassed();
        orders.save(order);
    }

    /** @param shipDays empty where the requested delivery date can't be met */
    @Transactional
    public void plan(Map<OrderNumber, Optional<LocalDate>> shipDays) {
        var planned = orders.findAllById(shipDays.keySet());
        planned.forEach(order -> {
            order.plan(shipDays.getOrDefault(order.number(), Optional.empty()).orElse(null));
            order.advanceTo(OrderStatus.READY, clock.instant());
        });
        orders.saveAll(planned);
    }

    /** Drops requested delivery dates of destinations, numbered from 1, so that the earliest possible date applies. */
    @Transactional
    public void dropRequestedDates(Map<OrderNumber, Set<Integer>> destinations) {
        var concerned = orders.findAllById(destinations.keySet());
        concerned.forEach(order -> order.dropRequestedDates(destinations.getOrDefault(order.number(), Set.of())));
        orders.saveAll(concerned);
    }

    /** Records shipped pieces of one order. */
    @Transactional
    public void ship(OrderNumber number, List<Pieces> pieces) {
        ship(Map.of(number, pieces));
    }

    /** Records shipped pieces of several orders, by order number. */
    @Transactional
    public void ship(Map<OrderNumber, List<Pieces>> pieces) {
        var left = orders.findAllById(pieces.keySet());
        left.forEach(order ->
                pieces.getOrDefault(order.number(), List.of()).forEach(p -> order.ship(p.lineNo(), p.quantity())));
        orders.saveAll(left);
        events.publishEvent(new ShippedPiecesChanged(pieces.keySet()));
    }

    /** Reopens shipped pieces so that they are sent again. */
    @Transactional
    public void reopen(OrderNumber number, List<Pieces> pieces) {
        var order = orders.getReferenceById(number);
        pieces.forEach(p -> order.reopen(p.lineNo(), p.quantity()));
        orders.save(order);
        events.publishEvent(new ShippedPiecesChanged(List.of(number)));
    }

    /** Records shipped pieces that came back and are not sent again. */
    @Transactional
    public void takeBack(OrderNumber number, List<Pieces> pieces) {
        var order = orders.getReferenceById(number);
        pieces.forEach(p -> order.takeBack(p.lineNo(), p.quantity()));
        orders.save(order);
    }

    /** @param lineNo from 1 */
    public record Pieces(int lineNo, int quantity) {}

    /** Parses a stored time slot code. Null if there is none. */
    public static @Nullable TimeSlot slot(@Nullable String code) {
        return TimeSlot.find(code).orElse(null);
    }
}

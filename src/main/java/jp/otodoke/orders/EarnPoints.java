package jp.otodoke.orders;

import java.time.LocalDate;
import java.util.List;
import jp.otodoke.loyalty.GrantPoints;
import jp.otodoke.loyalty.GrantPoints.Purchase;
import jp.otodoke.loyalty.TakeBackPoints;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.staff.CurrentStaff;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Orders earn points when their goods are delivered, and lose them when goods come back. */
@Component
class EarnPoints {
    private final Orders orders;
    private final RemainingTotals remainingTotals;
    private final GrantPoints grantPoints;
    private final TakeBackPoints takeBackPoints;
    private final Timeline timeline;

    EarnPoints(
            Orders orders,
            RemainingTotals remainingTotals,
            GrantPoints grantPoints,
            TakeBackPoints takeBackPoints,
            Timeline timeline) {
        this.orders = orders;
        this.remainingTotals = remainingTotals;
        this.grantPoints = grantPoints;
        this.takeBackPoints = takeBackPoints;
        this.timeline = timeline;
    }

    @EventListener
    void on(OrdersDelivered delivered) {
        var granted = grantPoints.grant(orders.findAllById(delivered.numbers()).stream()
                .map(this::purchase)
                .toList());
        if (!granted.isEmpty()) {
            timeline.add(granted.entrySet().stream()
                    .map(one -> new Timeline.Entry(
                            one.getKey(),
                            "POINTS_EARNED",
                            BilingualText.of(
                                    "timeline.points-earned", one.getValue().amount()),
                            CurrentStaff.SYSTEM))
                    .toList());
        }
    }

    @EventListener
    void on(OrderReturned returned) {
        var order = orders.findById(returned.orderNumber()).orElseThrow();
        var back = takeBackPoints.takeBack(List.of(purchase(order)));
        if (back.isPositive()) {
            timeline.add(
                    order.number(),
                    "POINTS_TAKEN_BACK",
                    BilingualText.of("timeline.points-taken-back", back.amount()),
                    CurrentStaff.SYSTEM);
        }
    }

    private Purchase purchase(Order order) {
        return new Purchase(
                order.number(),
                order.customerNumber(),
                order.channel(),
                LocalDate.ofInstant(order.orderedAt(), BusinessClock.TOKYO),
                remainingTotals.paidByProduct(order));
    }
}

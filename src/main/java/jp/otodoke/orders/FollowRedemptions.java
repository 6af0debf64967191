package jp.otodoke.orders;

import java.util.ArrayList;
import jp.otodoke.loyalty.KeepRedemption;
import jp.otodoke.loyalty.KeepRedemption.Kept;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.staff.CurrentStaff;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Gives back the points that an order does not need any more, and the coupon of one that is cancelled before anything left. An
 * order that a shop has priced redeems nothing of ours.
 */
@Component
class FollowRedemptions {
    private final Orders orders;
    private final RemainingTotals remainingTotals;
    private final KeepRedemption keepRedemption;
    private final Timeline timeline;
    private final CurrentStaff staff;

    FollowRedemptions(
            Orders orders,
            RemainingTotals remainingTotals,
            KeepRedemption keepRedemption,
            Timeline timeline,
            CurrentStaff staff) {
        this.orders = orders;
        this.remainingTotals = remainingTotals;
        this.keepRedemption = keepRedemption;
        this.timeline = timeline;
        this.staff = staff;
    }

    @EventListener
    void on(OrderRepriced repriced) {
        var order = order(repriced.orderNumber());
        if (!order.pricedByShop()) {
            keep(order, order.totals().discount().isZero());
        }
    }

    @EventListener
    void on(OrderCancelled cancelled) {
        var order = order(cancelled.orderNumber());
        if (redeems(order)) {
            keep(order, order.progress() == OrderStatus.CANCELLED);
        }
    }

    @EventListener
    void on(OrderReturned returned) {
        var order = order(returned.orderNumber());
        if (redeems(order)) {
            keep(order, false);
        }
    }

    private void keep(Order order, boolean givesUpCoupon) {
        var owed = remainingTotals.owed(order);
        var given = keepRedemption.keep(new Kept(
                order.number(), order.customerNumber(), owed.points(), owed.discount(), owed.total(), givesUpCoupon));
        var entries = new ArrayList<Timeline.Entry>();
        if (given.points().isPositive()) {
            entries.add(entry(
                    order,
                    "POINTS_GIVEN_BACK",
                    BilingualText.of(
                            "timeline.points-given-back", given.points().amount())));
        }
        if (given.coupon()) {
            entries.add(entry(order, "COUPON_GIVEN_UP", BilingualText.of("timeline.coupon-given-up")));
        }
        if (!entries.isEmpty()) {
            timeline.add(entries);
        }
    }

    private Timeline.Entry entry(Order order, String event, BilingualText text) {
        return new Timeline.Entry(order.number(), event, text, staff.name());
    }

    private static boolean redeems(Order order) {
        return !order.pricedByShop()
                && (order.totals().points().isPositive()
                        || order.totals().discount().isPositive());
    }

    private Order order(OrderNumber number) {
        return orders.findById(number).orElseThrow();
    }
}

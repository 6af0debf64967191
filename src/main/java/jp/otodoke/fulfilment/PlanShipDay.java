package jp.otodoke.fulfilment;

import jp.otodoke.orders.AdvanceOrder;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.Timeline;
import jp.otodoke.shared.Words;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sets the day on which an order with money and stock leaves. */
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

    /** Leaves the day empty where the wished date can no longer be met. */
    @Transactional
    public void plan(String orderNumber) {
        var order = orders.get(orderNumber);
        var day = shipDays.plan(order.destinations());
        advance.plan(orderNumber, day.orElse(null));
        timeline.add(
                orderNumber,
                "READY",
                day.map(d -> Words.of("timeline.ship-day-set", d))
                        .orElseGet(() -> Words.of("timeline.day-unreachable")),
                "system");
    }

    /** The wished day is given up; the earliest one counts. */
    @Transactional
    public void earliest(String orderNumber) {
        advance.forgetWish(orderNumber);
    }
}

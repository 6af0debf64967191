package jp.otodoke.fulfilment;

import jp.otodoke.orders.AdvanceOrder;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.Timeline;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.OrderNumber;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Plans the ship date of an order whose payment is secured and whose stock is allocated. */
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
        var order = orders.get(orderNumber);
        var day = shipDays.plan(order.destinations());
        advance.plan(orderNumber, day.orElse(null));
        timeline.add(
                orderNumber,
                "READY",
                day.map(d -> BilingualText.of("timeline.ship-day-set", d))
                        .orElseGet(() -> BilingualText.of("timeline.day-unreachable")),
                "system");
    }

    /** Drops the requested delivery date and plans the earliest possible one. */
    @Transactional
    public void earliest(OrderNumber orderNumber) {
        advance.dropRequestedDate(orderNumber);
    }
}

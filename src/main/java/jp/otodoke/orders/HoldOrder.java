package jp.otodoke.orders;

import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts an order on hold before it is handed over to the warehouse, and releases it again. */
@Component
public class HoldOrder {
    private final Orders orders;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;
    private final BusinessClock clock;

    HoldOrder(Orders orders, Timeline timeline, ApplicationEventPublisher events, BusinessClock clock) {
        this.orders = orders;
        this.timeline = timeline;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @return false if the order was already on hold and only the reason was replaced
     * @throws Refusal if the order has been handed over
     */
    @Transactional
    public boolean hold(OrderNumber number, String reason, String by) {
        var order = orders.findById(number).orElseThrow(() -> Refusal.notFound("order.not-found", number));
        var before = order.onHold();
        order.hold(reason, clock.instant());
        orders.saveAndFlush(order);
        timeline.add(number, "HELD", BilingualText.of("timeline.held", reason), by);
        return !before;
    }

    /** @throws Refusal if the order is not on hold */
    @Transactional
    public void release(OrderNumber number, String by) {
        var order = orders.findById(number).orElseThrow(() -> Refusal.notFound("order.not-found", number));
        var reason = order.holdReason();
        order.release(clock.instant());
        orders.saveAndFlush(order);
        timeline.add(number, "HOLD_RELEASED", BilingualText.of("timeline.hold-released"), by);
        events.publishEvent(new HoldReleased(number, reason));
    }
}

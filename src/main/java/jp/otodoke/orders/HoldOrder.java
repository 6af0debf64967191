package jp.otodoke.orders;

import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.Words;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Stops an order before it is handed over, and lets it go on. */
@Component
public class HoldOrder {
    private final Orders orders;
    private final Timeline timeline;
    private final BusinessClock clock;

    HoldOrder(Orders orders, Timeline timeline, BusinessClock clock) {
        this.orders = orders;
        this.timeline = timeline;
        this.clock = clock;
    }

    /**
     * @return whether it was not held before; else only the reason is new
     * @throws Refusal when the warehouse has it already
     */
    @Transactional
    public boolean hold(String number, String reason, String by) {
        var order = orders.findById(number).orElseThrow(() -> Refusal.notFound("order.not-found", number));
        var before = order.onHold();
        order.hold(reason, clock.instant());
        orders.saveAndFlush(order);
        timeline.add(number, "HELD", Words.of("timeline.held", reason), by);
        return !before;
    }

    /** @throws Refusal when it is not held */
    @Transactional
    public void release(String number, String by) {
        var order = orders.findById(number).orElseThrow(() -> Refusal.notFound("order.not-found", number));
        order.release(clock.instant());
        orders.saveAndFlush(order);
        timeline.add(number, "HOLD_RELEASED", Words.of("timeline.hold-released"), by);
    }
}

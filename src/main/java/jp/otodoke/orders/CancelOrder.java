package jp.otodoke.orders;

import java.util.Map;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.Words;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes an order off as cancelled: what is open becomes cancelled. Whether that may happen now is
 * for the flow to say, which asks the warehouse first where it must.
 */
@Component
public class CancelOrder {
    private final Orders orders;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;
    private final BusinessClock clock;

    CancelOrder(Orders orders, Timeline timeline, ApplicationEventPublisher events, BusinessClock clock) {
        this.orders = orders;
        this.timeline = timeline;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    public void cancel(String number, String reason, String by) {
        var order = orders.findById(number).orElseThrow();
        order.cancel(reason, Map.of(), clock.instant());
        orders.saveAndFlush(order);
        timeline.add(number, "CANCELLED", Words.of("キャンセルしました: %s", "Cancelled: %s", reason), by);
        events.publishEvent(new OrderCancelled(number, reason));
    }
}

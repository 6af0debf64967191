package jp.otodoke.orders;

import jp.otodoke.shared.BusinessClock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What has not been shipped of an order will not be; the rest stands. */
@Component
public class CancelRest {
    private final Orders orders;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;
    private final BusinessClock clock;

    CancelRest(Orders orders, Timeline timeline, ApplicationEventPublisher events, BusinessClock clock) {
        this.orders = orders;
        this.timeline = timeline;
        this.events = events;
        this.clock = clock;
    }

    /** Nothing happens where nothing is open. */
    @Transactional
    public void cancel(String number, String reason, String by) {
        var order = orders.findById(number).orElseThrow();
        if (order.openPieces() == 0) {
            return;
        }
        order.cancel(reason, clock.instant());
        orders.saveAndFlush(order);
        timeline.add(number, "REST_CANCELLED", "残りの出荷を取りやめました: " + reason, by);
        events.publishEvent(new OrderCancelled(number, reason));
    }
}

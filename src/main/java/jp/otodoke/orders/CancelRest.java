package jp.otodoke.orders;

import java.util.Map;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.OrderNumber;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Cancels the pieces of an order that are neither shipped nor packed; the rest of the order stays valid. */
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

    /** @param travelling packed pieces per line number, which stay open */
    @Transactional
    public void cancel(OrderNumber number, Map<Integer, Integer> travelling, CancelReason reason, String by) {
        var order = orders.findById(number).orElseThrow();
        var open = order.openPieces();
        order.cancel(reason, travelling, clock.instant());
        if (order.openPieces() == open) {
            return;
        }
        orders.saveAndFlush(order);
        if (order.progress() == OrderStatus.CANCELLED) {
            timeline.add(number, "CANCELLED", BilingualText.of("timeline.cancelled", reason.words()), by);
        } else {
            timeline.add(number, "REST_CANCELLED", BilingualText.of("timeline.rest-cancelled", reason.words()), by);
        }
        events.publishEvent(new OrderCancelled(number));
    }
}

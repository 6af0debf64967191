package jp.otodoke.orders;

import java.util.Map;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.Words;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What neither has left nor is in a parcel will not be sent; the rest of the order stands. */
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

    /** @param travelling pieces per line number that are in a parcel and stay open */
    @Transactional
    public void cancel(String number, Map<Integer, Integer> travelling, CancelReason reason, String by) {
        var order = orders.findById(number).orElseThrow();
        var open = order.openPieces();
        order.cancel(reason, travelling, clock.instant());
        if (order.openPieces() == open) {
            return;
        }
        orders.saveAndFlush(order);
        if (order.progress() == OrderStatus.CANCELLED) {
            timeline.add(number, "CANCELLED", Words.of("timeline.cancelled", reason.words()), by);
        } else {
            timeline.add(number, "REST_CANCELLED", Words.of("timeline.rest-cancelled", reason.words()), by);
        }
        events.publishEvent(new OrderCancelled(number));
    }
}

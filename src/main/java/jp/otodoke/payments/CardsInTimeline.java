package jp.otodoke.payments;

import jp.otodoke.orders.Timeline;
import jp.otodoke.shared.Words;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What became of an order's card stands in the order's history, before what follows from it. */
@Component
class CardsInTimeline {
    private final Timeline timeline;

    CardsInTimeline(Timeline timeline) {
        this.timeline = timeline;
    }

    @EventListener
    @Order(0)
    void on(PaymentFailed failed) {
        timeline.add(
                failed.orderNumber(), "CARD_DECLINED", Words.of("timeline.card-declined", failed.code()), "system");
    }

    @EventListener
    @Order(0)
    void on(PaymentUnknown unknown) {
        timeline.add(unknown.orderNumber(), "CARD_UNKNOWN", Words.of("timeline.card-unknown"), "system");
    }
}

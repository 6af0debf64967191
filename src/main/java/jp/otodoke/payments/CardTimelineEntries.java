package jp.otodoke.payments;

import jp.otodoke.orders.Timeline;
import jp.otodoke.shared.BilingualText;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Writes card results to the order's timeline, before the entries of what follows from them. */
@Component
class CardTimelineEntries {
    private final Timeline timeline;

    CardTimelineEntries(Timeline timeline) {
        this.timeline = timeline;
    }

    @EventListener
    @Order(0)
    void on(PaymentFailed failed) {
        timeline.add(
                failed.orderNumber(),
                "CARD_DECLINED",
                BilingualText.of("timeline.card-declined", failed.code()),
                "system");
    }

    @EventListener
    @Order(0)
    void on(PaymentUnknown unknown) {
        timeline.add(unknown.orderNumber(), "CARD_UNKNOWN", BilingualText.of("timeline.card-unknown"), "system");
    }
}

package jp.otodoke.payments;

import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.orders.Timeline;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.OrderNumber;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Writes card results to the order's timeline, before the entries of what follows from them. */
@Component
class CardTimelineEntries {
    private final Payments payments;
    private final Timeline timeline;

    CardTimelineEntries(Payments payments, Timeline timeline) {
        this.payments = payments;
        this.timeline = timeline;
    }

    private boolean byCard(OrderNumber order) {
        return payments.findById(order)
                .filter(payment -> payment.method() == PaymentMethod.CREDIT_CARD)
                .isPresent();
    }

    @EventListener
    @Order(0)
    void on(PaymentFailed failed) {
        if (!byCard(failed.orderNumber())) {
            return;
        }
        timeline.add(
                failed.orderNumber(),
                "CARD_DECLINED",
                BilingualText.of(
                        "timeline.card-declined", CardDecline.of(failed.code()).words()),
                "system");
    }

    @EventListener
    @Order(0)
    void on(PaymentUnknown unknown) {
        if (!byCard(unknown.orderNumber())) {
            return;
        }
        timeline.add(unknown.orderNumber(), "CARD_UNKNOWN", BilingualText.of("timeline.card-unknown"), "system");
    }
}

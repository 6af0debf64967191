package jp.otodoke.partners.shop;

import java.util.List;
import jp.otodoke.inbox.Inbox;
import jp.otodoke.orders.OrderCancelled;
import jp.otodoke.orders.OrderSubject;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Closes the questions about what a shop took back once the order is cancelled, wherever that was decided. */
@Component
class CloseReversals {
    private final Inbox inbox;

    CloseReversals(Inbox inbox) {
        this.inbox = inbox;
    }

    @EventListener
    void on(OrderCancelled cancelled) {
        for (var type : List.of(ReversedOrderTask.CANCELLED, ReversedOrderTask.REFUNDED)) {
            inbox.close(type, OrderSubject.of(cancelled.orderNumber()));
        }
    }
}

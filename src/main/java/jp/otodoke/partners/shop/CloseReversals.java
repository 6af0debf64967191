package jp.otodoke.partners.shop;

import java.util.List;
import jp.otodoke.inbox.Inbox;
import jp.otodoke.orders.HoldReleased;
import jp.otodoke.orders.OrderCancelled;
import jp.otodoke.orders.OrderSubject;
import jp.otodoke.shared.OrderNumber;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Closes the questions about what a shop took back once the order is cancelled or goes on, wherever that was decided. */
@Component
class CloseReversals {
    private final Inbox inbox;

    CloseReversals(Inbox inbox) {
        this.inbox = inbox;
    }

    @EventListener
    void on(OrderCancelled cancelled) {
        close(cancelled.orderNumber());
    }

    /** Whoever releases the hold decides that the order goes on; one for another reason decides nothing about the shop. */
    @EventListener
    void on(HoldReleased released) {
        if (RecordReversal.isHoldReason(released.reason())) {
            close(released.orderNumber());
        }
    }

    private void close(OrderNumber order) {
        for (var type : List.of(ReversedOrderTask.CANCELLED, ReversedOrderTask.REFUNDED)) {
            inbox.close(type, OrderSubject.of(order));
        }
    }
}

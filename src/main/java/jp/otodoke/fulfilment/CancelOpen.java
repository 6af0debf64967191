package jp.otodoke.fulfilment;

import java.util.List;
import jp.otodoke.orders.AdvanceOrder;
import jp.otodoke.orders.CancelReason;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.OrderStatus;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Cancels what is open of an order and in no parcel, and lets the order's process follow. */
@Component
class CancelOpen {
    private final FindOrder orders;
    private final CancelRemaining cancelRemaining;
    private final AdvanceOrder advance;
    private final KeepStock keepStock;
    private final FollowShipments follow;
    private final ApplicationEventPublisher events;

    CancelOpen(
            FindOrder orders,
            CancelRemaining cancelRemaining,
            AdvanceOrder advance,
            KeepStock keepStock,
            FollowShipments follow,
            ApplicationEventPublisher events) {
        this.orders = orders;
        this.cancelRemaining = cancelRemaining;
        this.advance = advance;
        this.keepStock = keepStock;
        this.follow = follow;
        this.events = events;
    }

    void cancel(String number, CancelReason reason, String by) {
        cancelRemaining.cancel(number, reason, by);
        var order = orders.get(number);
        if (order.progress() == OrderStatus.CANCELLED) {
            events.publishEvent(new OrderNews(OrderNews.Kind.CANCEL, List.of(number)));
            return;
        }
        keepStock.giveBackRest(number);
        if (order.progress().beforeHandOver()) {
            advance.reach(List.of(number), OrderStatus.DISPATCHED);
            events.publishEvent(new OrderNews(OrderNews.Kind.REST_CANCELLED, List.of(number)));
        }
        follow.orders(List.of(number));
    }
}

package jp.otodoke.fulfilment;

import java.util.List;
import java.util.Map;
import jp.otodoke.orders.AdvanceOrder;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.Order;
import jp.otodoke.orders.OrderStatus;
import jp.otodoke.orders.Timeline;
import jp.otodoke.shared.MailRequested;
import jp.otodoke.shared.Words;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The end of an order's way: cancelled with everything given back, or delivered and settled. */
@Component
public class CloseOrder {
    private final FindOrder orders;
    private final CancelRemaining cancelRemaining;
    private final FollowShipments follow;
    private final AdvanceOrder advance;
    private final KeepStock keepStock;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;

    CloseOrder(
            FindOrder orders,
            CancelRemaining cancelRemaining,
            FollowShipments follow,
            AdvanceOrder advance,
            KeepStock keepStock,
            Timeline timeline,
            ApplicationEventPublisher events) {
        this.orders = orders;
        this.cancelRemaining = cancelRemaining;
        this.follow = follow;
        this.advance = advance;
        this.keepStock = keepStock;
        this.timeline = timeline;
        this.events = events;
    }

    /** The flow itself gives an order up, for a reason that its last step knows. */
    @Transactional
    public void giveUp(String orderNumber, Words reason) {
        if (orders.get(orderNumber).progress() != OrderStatus.CANCELLED) {
            cancelRemaining.cancel(orderNumber, reason, "system");
        }
        if (orders.get(orderNumber).progress() == OrderStatus.CANCELLED) {
            cancelled(orderNumber);
        } else {
            keepStock.giveBackRest(orderNumber);
            advance.reach(List.of(orderNumber), OrderStatus.DISPATCHED);
            follow.orders(List.of(orderNumber));
        }
    }

    /** Stock goes back and the customer is told. */
    @Transactional
    public void cancelled(String orderNumber) {
        keepStock.giveBack(orderNumber);
        mail(orders.get(orderNumber));
    }

    @Transactional
    public void complete(String orderNumber) {
        if (orders.get(orderNumber).progress() == OrderStatus.DELIVERED) {
            advance.reach(List.of(orderNumber), OrderStatus.COMPLETED);
            timeline.add(orderNumber, "COMPLETED", Words.of("配達と精算が終わりました", "Delivered and settled"), "system");
        }
    }

    private void mail(Order order) {
        var to = order.buyerEmail();
        var reason = order.cancelReason();
        if (to != null) {
            events.publishEvent(new MailRequested(
                    "order-cancelled:" + order.number(),
                    to,
                    "order-cancelled",
                    order.number(),
                    Map.of(
                            "name", order.buyerName(),
                            "orderNumber", order.number(),
                            "reason", reason == null ? "" : reason.japanese())));
        }
    }
}

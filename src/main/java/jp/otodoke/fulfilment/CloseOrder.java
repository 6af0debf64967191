package jp.otodoke.fulfilment;

import java.util.List;
import java.util.Map;
import jp.otodoke.orders.AdvanceOrder;
import jp.otodoke.orders.CancelReason;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.Order;
import jp.otodoke.orders.OrderStatus;
import jp.otodoke.orders.Timeline;
import jp.otodoke.payments.FindPayment;
import jp.otodoke.payments.Notice;
import jp.otodoke.payments.TellCustomer;
import jp.otodoke.shared.Words;
import jp.otodoke.shared.Yen;
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
    private final FindPayment payments;
    private final TellCustomer tellCustomer;

    CloseOrder(
            FindOrder orders,
            CancelRemaining cancelRemaining,
            FollowShipments follow,
            AdvanceOrder advance,
            KeepStock keepStock,
            Timeline timeline,
            FindPayment payments,
            TellCustomer tellCustomer) {
        this.orders = orders;
        this.cancelRemaining = cancelRemaining;
        this.follow = follow;
        this.advance = advance;
        this.keepStock = keepStock;
        this.timeline = timeline;
        this.payments = payments;
        this.tellCustomer = tellCustomer;
    }

    /** The flow itself gives an order up, for a reason that its last step knows. */
    @Transactional
    public void giveUp(String orderNumber, CancelReason reason) {
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
        tell(orders.get(orderNumber));
    }

    @Transactional
    public void complete(String orderNumber) {
        if (orders.get(orderNumber).progress() == OrderStatus.DELIVERED) {
            advance.reach(List.of(orderNumber), OrderStatus.COMPLETED);
            timeline.add(orderNumber, "COMPLETED", Words.of("timeline.completed"), "system");
        }
    }

    private void tell(Order order) {
        var cause = order.cancelCause();
        var payment = payments.get(order.number());
        var back = Math.max(0, payment.paid() - payment.charged());
        var refund = back == 0 ? "" : Yen.of(back).toString();
        var why = cause == null ? Words.asWritten("") : Words.of("cancel.cause." + cause);
        var notice = new Notice(
                "order-cancelled:" + order.number(),
                "order-cancelled",
                Map.of("reason", why.japanese(), "refund", refund),
                Words.of(back == 0 ? "tell.order-cancelled" : "tell.order-cancelled.refund", why, refund));
        if (order.buyerEmail() != null || cause == CancelReason.Cause.NOT_PAID) {
            tellCustomer.tell(order, notice);
        } else {
            tellCustomer.nothingMore(order.number());
        }
    }
}

package jp.otodoke.fulfilment;

import java.util.List;
import java.util.Map;
import jp.otodoke.orders.AdvanceOrder;
import jp.otodoke.orders.CancelReason;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.Order;
import jp.otodoke.orders.OrderStatus;
import jp.otodoke.orders.Timeline;
import jp.otodoke.payments.CustomerNotice;
import jp.otodoke.payments.FindPayment;
import jp.otodoke.payments.NotifyCustomer;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.OrderNumber;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Closes an order: cancelled with its stock released, or delivered and settled. */
@Component
public class CloseOrder {
    private final FindOrder orders;
    private final CancelRemainingLines cancelRemainingLines;
    private final OrderStatusFromShipments follow;
    private final AdvanceOrder advance;
    private final AllocateOrder allocateOrder;
    private final Timeline timeline;
    private final FindPayment payments;
    private final NotifyCustomer notifyCustomer;

    CloseOrder(
            FindOrder orders,
            CancelRemainingLines cancelRemainingLines,
            OrderStatusFromShipments follow,
            AdvanceOrder advance,
            AllocateOrder allocateOrder,
            Timeline timeline,
            FindPayment payments,
            NotifyCustomer notifyCustomer) {
        this.orders = orders;
        this.cancelRemainingLines = cancelRemainingLines;
        this.follow = follow;
        this.advance = advance;
        this.allocateOrder = allocateOrder;
        this.timeline = timeline;
        this.payments = payments;
        this.notifyCustomer = notifyCustomer;
    }

    /** Gives up an order from within its process, with the reason of the last step. */
    @Transactional
    public void abandon(OrderNumber orderNumber, CancelReason reason) {
        if (orders.get(orderNumber).progress() != OrderStatus.CANCELLED) {
            cancelRemainingLines.cancel(orderNumber, reason, "system");
        }
        if (orders.get(orderNumber).progress() == OrderStatus.CANCELLED) {
            cancelled(orderNumber);
        } else {
            allocateOrder.releaseRest(orderNumber);
            advance.advanceTo(List.of(orderNumber), OrderStatus.DISPATCHED);
            follow.orders(List.of(orderNumber));
        }
    }

    /** Releases the stock and notifies the customer. */
    @Transactional
    public void cancelled(OrderNumber orderNumber) {
        allocateOrder.giveBack(orderNumber);
        notifyCustomer(orders.get(orderNumber));
    }

    @Transactional
    public void complete(OrderNumber orderNumber) {
        if (orders.get(orderNumber).progress() == OrderStatus.DELIVERED) {
            advance.advanceTo(List.of(orderNumber), OrderStatus.COMPLETED);
            timeline.add(orderNumber, "COMPLETED", BilingualText.of("timeline.completed"), "system");
        }
    }

    private void notifyCustomer(Order order) {
        var cause = order.cancelCause();
        var payment = payments.get(order.number());
        var back = payment.excess();
        var refund = back.isPositive() ? back.toString() : "";
        var why = cause == null ? BilingualText.asWritten("") : BilingualText.of("cancel.cause." + cause);
        var notice = new CustomerNotice(
                "order-cancelled:" + order.number(),
                "order-cancelled",
                Map.of("reason", why.japanese(), "refund", refund),
                BilingualText.of(
                        back.isPositive() ? "tell.order-cancelled.refund" : "tell.order-cancelled", why, refund));
        if (order.buyerEmail() != null || cause == CancelReason.Cause.NOT_PAID) {
            notifyCustomer.send(order, notice);
        } else {
            notifyCustomer.withdraw(order.number());
        }
    }
}

package jp.otodoke.desk.order;

import java.util.List;
import jp.otodoke.orders.OrderDestination;
import jp.otodoke.orders.OrderLine;
import jp.otodoke.orders.OrderStatus;
import jp.otodoke.orders.PaymentMethod;

/** What of an order may be changed, as it is now. */
public record EditableOrder(
        OrderStatus status,
        List<OrderDestination> destinations,
        List<OrderLine> lines,
        PaymentMethod method,
        long total) {}

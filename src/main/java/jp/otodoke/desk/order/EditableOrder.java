package jp.otodoke.desk.order;

import java.util.List;
import jp.otodoke.orders.OrderDestination;
import jp.otodoke.orders.OrderLine;
import jp.otodoke.orders.OrderStatus;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.shared.Yen;

/** The editable content of an order in its current state. */
public record EditableOrder(
        OrderStatus status,
        List<OrderDestination> destinations,
        List<OrderLine> lines,
        PaymentMethod method,
        Yen total) {}

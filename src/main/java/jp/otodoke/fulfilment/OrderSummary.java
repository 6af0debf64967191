package jp.otodoke.fulfilment;

import java.time.Instant;
import jp.otodoke.orders.Order;
import jp.otodoke.platform.personal.Personal;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;

/** An order in one line, shown next to other content. */
record OrderSummary(
        OrderNumber number,
        String status,
        CustomerNumber customer,
        @Personal(Personal.Kind.NAME) String buyer,
        @Personal(Personal.Kind.PHONE) @Nullable String phone,
        Yen total,
        String method,
        Instant orderedAt) {
    static OrderSummary of(Order order) {
        return new OrderSummary(
                order.number(),
                order.status().name(),
                order.customerNumber(),
                order.buyerName(),
                order.buyerPhone(),
                order.totals().total(),
                order.paymentMethod().name(),
                order.orderedAt());
    }
}

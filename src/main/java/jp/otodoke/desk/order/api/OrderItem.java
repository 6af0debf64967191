package jp.otodoke.desk.order.api;

import java.time.OffsetDateTime;
import java.util.List;
import jp.otodoke.orders.Order;
import jp.otodoke.orders.Totals;
import jp.otodoke.payments.Payment;
import jp.otodoke.platform.personal.Personal;
import org.jspecify.annotations.Nullable;

/** A row of the list: the header fields of a single order. */
record OrderItem(
        String orderNumber,
        String status,
        String customerNumber,
        String channel,
        @Nullable String channelOrderId,
        OffsetDateTime orderedAt,
        @Nullable String mediaCode,
        @Personal(Personal.Kind.TEXT) String note,
        @Nullable String coupon,
        OrderResponse.Sums totals,
        OrderResponse.Money payment,
        OrderResponse.@Nullable Source source) {
    static OrderItem of(Order order, Payment payment, @Nullable String coupon) {
        Totals totals = order.totals();
        return new OrderItem(
                order.number().value(),
                order.status().name(),
                order.customerNumber().value(),
                order.channel(),
                order.channelOrderId(),
                OrderResponse.at(order.orderedAt()),
                order.mediaCode(),
                order.note(),
                coupon,
                OrderResponse.Sums.of(totals),
                OrderResponse.Money.of(payment, List.of()),
                OrderResponse.Source.of(order));
    }
}

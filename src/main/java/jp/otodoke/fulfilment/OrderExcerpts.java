package jp.otodoke.fulfilment;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.Order;
import jp.otodoke.payments.FindPayment;
import jp.otodoke.payments.Payment;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Loads order details for the page of a task. */
@Component
class OrderExcerpts {
    private final FindOrder orders;
    private final FindPayment payments;

    OrderExcerpts(FindOrder orders, FindPayment payments) {
        this.orders = orders;
        this.payments = payments;
    }

    @Transactional(readOnly = true)
    public List<OrderExcerpt> of(Collection<OrderNumber> numbers) {
        Map<OrderNumber, Payment> money =
                payments.all(numbers).stream().collect(Collectors.toMap(Payment::orderNumber, Function.identity()));
        return orders.all(numbers).stream()
                .sorted(Comparator.comparing(Order::number))
                .map(order -> brief(order, money.get(order.number())))
                .toList();
    }

    private static OrderExcerpt brief(Order order, @Nullable Payment payment) {
        return new OrderExcerpt(
                OrderSummary.of(order),
                List.copyOf(order.lines()),
                List.copyOf(order.destinations()),
                payment == null ? order.totals().total() : payment.charged(),
                payment == null ? Yen.ZERO : payment.paid());
    }
}

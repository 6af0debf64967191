package jp.otodoke.desk.inbox;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.otodoke.inbox.OpenTask;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.Order;
import org.springframework.stereotype.Component;

/** Orders in one line each, by number. */
@Component
public class OrderSummaries {
    private final FindOrder orders;

    OrderSummaries(FindOrder orders) {
        this.orders = orders;
    }

    Map<String, OrderSummary> of(Collection<String> numbers) {
        return orders.all(numbers).stream()
                .map(OrderSummaries::head)
                .collect(Collectors.toMap(OrderSummary::number, Function.identity()));
    }

    /** The first order of each task, which its row shows. */
    public Map<String, OrderSummary> ofTasks(List<OpenTask> tasks) {
        return of(tasks.stream()
                .flatMap(t -> t.orderNumbers().stream().limit(1))
                .distinct()
                .toList());
    }

    static OrderSummary head(Order order) {
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

package jp.otodoke.desk;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.Order;
import jp.otodoke.workflow.OpenTask;
import org.springframework.stereotype.Component;

/** Orders in one line each, by number. */
@Component
class OrderHeads {
    private final FindOrder orders;

    OrderHeads(FindOrder orders) {
        this.orders = orders;
    }

    Map<String, OrderHead> of(Collection<String> numbers) {
        return orders.all(numbers).stream()
                .map(OrderHeads::head)
                .collect(Collectors.toMap(OrderHead::number, Function.identity()));
    }

    /** The first order of each task, which its row shows. */
    Map<String, OrderHead> ofTasks(List<OpenTask> tasks) {
        return of(tasks.stream()
                .flatMap(t -> t.orderNumbers().stream().limit(1))
                .distinct()
                .toList());
    }

    static OrderHead head(Order order) {
        return new OrderHead(
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

package jp.otodoke.orders;

import java.util.List;
import java.util.stream.Stream;
import jp.otodoke.customers.CustomerSummary;
import jp.otodoke.customers.FindCustomer;
import jp.otodoke.inbox.PriorityFactors;
import org.springframework.stereotype.Component;

/** The value of a task's orders, the customers concerned, and whether any of them needs special care. */
@Component
class OrderPriorityFactors implements PriorityFactors {
    private final FindOrder orders;
    private final FindCustomer customers;

    OrderPriorityFactors(FindOrder orders, FindCustomer customers) {
        this.orders = orders;
        this.customers = customers;
    }

    @Override
    public Stakes of(List<String> orderNumbers) {
        var concerned = orders.all(orderNumbers);
        return new Stakes(
                concerned.stream().mapToLong(order -> order.totals().total()).sum(),
                concerned.stream()
                        .map(Order::customerNumber)
                        .distinct()
                        .flatMap(number -> customers.find(number).stream())
                        .anyMatch(CustomerSummary::attention),
                concerned.stream()
                        .flatMap(OrderPriorityFactors::persons)
                        .filter(written -> !written.isBlank())
                        .distinct()
                        .toList());
    }

    private static Stream<String> persons(Order order) {
        return Stream.concat(
                Stream.of(order.buyerName(), order.buyerKana(), order.buyerPhone()),
                order.destinations().stream().flatMap(d -> Stream.of(d.name(), d.kana(), d.phone())));
    }
}

package jp.otodoke.orders;

import java.util.List;
import jp.otodoke.customers.CustomerCard;
import jp.otodoke.customers.FindCustomer;
import jp.otodoke.workflow.TaskStakes;
import org.springframework.stereotype.Component;

/** What a task about orders is worth, and whether one of the customers needs particular care. */
@Component
class OrderStakes implements TaskStakes {
    private final FindOrder orders;
    private final FindCustomer customers;

    OrderStakes(FindOrder orders, FindCustomer customers) {
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
                        .anyMatch(CustomerCard::attention));
    }
}

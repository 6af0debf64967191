package jp.otodoke.orders;

import java.util.Optional;
import java.util.Set;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.staff.CustomersConcerned;
import org.springframework.stereotype.Component;

/** The customer whom a change of an order concerns. */
@Component
class CustomerOfOrder implements CustomersConcerned {
    private final FindOrder orders;

    CustomerOfOrder(FindOrder orders) {
        this.orders = orders;
    }

    @Override
    public Set<String> areas() {
        return Set.of("orders");
    }

    @Override
    public Optional<CustomerNumber> customerOf(String number) {
        return number.isBlank()
                ? Optional.empty()
                : orders.find(OrderNumber.of(number)).map(Order::customerNumber);
    }
}

package jp.otodoke.customers;

import java.util.List;
import jp.otodoke.shared.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Removes a customer that nothing ever happened with, such as a mistaken entry; others become dormant. */
@Service
public class DeleteCustomer {
    private final Customers customers;
    private final List<CustomerHistory> histories;

    DeleteCustomer(Customers customers, List<CustomerHistory> histories) {
        this.customers = customers;
        this.histories = histories;
    }

    @Transactional
    public void delete(String number) {
        if (!customers.existsById(number)) {
            throw Refusal.notFound("customer.refused.unknown", number);
        }
        if (histories.stream().anyMatch(history -> history.existsFor(number))) {
            throw Refusal.conflict("customer.refused.has-history", number);
        }
        customers.deleteById(number);
    }
}

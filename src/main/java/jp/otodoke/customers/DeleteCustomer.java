package jp.otodoke.customers;

import java.util.List;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Deletes a customer without any history, such as a mistaken entry; others become dormant. */
@Service
public class DeleteCustomer {
    private final Customers customers;
    private final List<CustomerReferences> histories;

    DeleteCustomer(Customers customers, List<CustomerReferences> histories) {
        this.customers = customers;
        this.histories = histories;
    }

    /** Whether the customer has no history. */
    @Transactional(readOnly = true)
    public boolean possible(CustomerNumber number) {
        return histories.stream().noneMatch(history -> history.existsFor(number));
    }

    @Transactional
    public void delete(CustomerNumber number) {
        if (!customers.existsById(number)) {
            throw Refusal.notFound("customer.refused.unknown", number);
        }
        if (!possible(number)) {
            throw Refusal.conflict("customer.refused.has-history", number);
        }
        customers.deleteById(number);
    }
}

package jp.otodoke.customers;

import java.util.List;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Replaces a customer's data and records every difference. */
@Service
public class ChangeCustomer {
    private final Customers customers;
    private final CustomerCheck check;
    private final CustomerChanges history;

    ChangeCustomer(Customers customers, CustomerCheck check, CustomerChanges history) {
        this.customers = customers;
        this.check = check;
        this.history = history;
    }

    /**
     * @param seen the version that was edited; null if the caller has just read it
     * @return the changed fields
     */
    @Transactional
    public List<String> change(CustomerNumber number, CustomerData data, @Nullable Long seen) {
        var customer =
                customers.findById(number).orElseThrow(() -> Refusal.notFound("customer.refused.unknown", number));
        if (seen != null && seen != customer.version()) {
            throw Refusal.conflict("customer.refused.changed-meanwhile", number);
        }
        check.require(data.customer());
        var changes = customer.change(data);
        customers.save(customer);
        history.record(number, changes);
        return changes.stream().map(FieldChange::field).toList();
    }
}

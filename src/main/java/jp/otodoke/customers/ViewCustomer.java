package jp.otodoke.customers;

import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.Refusal;
import jp.otodoke.staff.AuditTrail;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows a customer to somebody; who viewed whom is recorded. */
@Service
public class ViewCustomer {
    private final Customers customers;
    private final AuditTrail audit;

    ViewCustomer(Customers customers, AuditTrail audit) {
        this.customers = customers;
        this.audit = audit;
    }

    @Transactional
    public CustomerRecord open(CustomerNumber number) {
        var customer =
                customers.findById(number).orElseThrow(() -> Refusal.notFound("customer.refused.unknown", number));
        audit.record("customer-opened", number.value(), "");
        return customer.file();
    }
}

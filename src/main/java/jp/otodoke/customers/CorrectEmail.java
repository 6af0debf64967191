package jp.otodoke.customers;

import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.Refusal;
import jp.otodoke.staff.AuditTrail;
import jp.otodoke.staff.CurrentStaff;
import jp.otodoke.staff.Permission;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Saves the e-mail address that a customer has given while something else was done, by those who may change customers. */
@Service
public class CorrectEmail {
    private final Customers customers;
    private final ChangeCustomer change;
    private final CurrentStaff staff;
    private final AuditTrail audit;

    CorrectEmail(Customers customers, ChangeCustomer change, CurrentStaff staff, AuditTrail audit) {
        this.customers = customers;
        this.change = change;
        this.staff = staff;
        this.audit = audit;
    }

    /** Whether the current user may; what runs by itself always may. */
    public static boolean may(CurrentStaff staff) {
        return staff.isMachine() || staff.may(Permission.CUSTOMERS_EDIT);
    }

    /** @throws Refusal if the user may not change customers, or there is no such customer */
    @Transactional
    public void correct(CustomerNumber number, String email) {
        if (!may(staff)) {
            throw Refusal.forbidden("customer.refused.email-not-yours");
        }
        var customer =
                customers.findById(number).orElseThrow(() -> Refusal.notFound("customer.refused.unknown", number));
        var changed = change.change(number, customer.file().data().withEmail(email), null);
        if (!changed.isEmpty()) {
            audit.record("customer-email-corrected", number.value(), "");
        }
    }
}

package jp.otodoke.customers;

import java.util.List;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.InvalidInput;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Imports a customer from another system under the number used there; one without a number is matched by the rules
 * for duplicates.
 */
@Service
public class AdoptCustomer {
    public enum Outcome {
        CREATED,
        UPDATED,
        UNCHANGED
    }

    private final Customers customers;
    private final CustomerCheck check;
    private final ChangeCustomer changeCustomer;
    private final Duplicates duplicates;
    private final RegisterCustomer registerCustomer;
    private final BusinessClock clock;

    AdoptCustomer(
            Customers customers,
            CustomerCheck check,
            ChangeCustomer changeCustomer,
            Duplicates duplicates,
            RegisterCustomer registerCustomer,
            BusinessClock clock) {
        this.customers = customers;
        this.check = check;
        this.changeCustomer = changeCustomer;
        this.duplicates = duplicates;
        this.registerCustomer = registerCustomer;
        this.clock = clock;
    }

    @Transactional
    public Outcome takeOver(@Nullable CustomerNumber number, NewCustomer data) {
        check.require(data);
        if (number == null) {
            return duplicates.first(data).isPresent() ? Outcome.UNCHANGED : register(data);
        }
        if (!number.value().matches("[A-Za-z0-9][A-Za-z0-9_-]{0,19}")) {
            throw new InvalidInput(List.of(check.problem("number", "invalid")));
        }
        return customers.findById(number).map(known -> update(known, data)).orElseGet(() -> create(number, data));
    }

    private Outcome register(NewCustomer data) {
        registerCustomer.register(data);
        return Outcome.CREATED;
    }

    private Outcome create(CustomerNumber number, NewCustomer data) {
        customers.save(new Customer(number, data, clock.instant()));
        return Outcome.CREATED;
    }

    private Outcome update(Customer known, NewCustomer data) {
        var now = known.data();
        var changed = changeCustomer.change(
                known.number(), new CustomerData(data, now.state(), now.attention(), now.attentionNote()), null);
        return changed.isEmpty() ? Outcome.UNCHANGED : Outcome.UPDATED;
    }
}

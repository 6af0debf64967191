package jp.otodoke.customers;

import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.CustomerNumber;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Registers a new person under the next number, without viewing for duplicates. */
@Service
public class RegisterCustomer {
    private final Customers customers;
    private final CustomerCheck check;
    private final BusinessClock clock;

    RegisterCustomer(Customers customers, CustomerCheck check, BusinessClock clock) {
        this.customers = customers;
        this.check = check;
        this.clock = clock;
    }

    /** @return the customer number */
    @Transactional
    public String register(NewCustomer customer) {
        check.require(customer);
        return customers
                .save(new Customer(CustomerNumber.of(freeNumber()), customer, clock.instant()))
                .number()
                .value();
    }

    /** The same for an entry that already has a state or an attention flag. */
    @Transactional
    public String register(CustomerData data) {
        check.require(data.customer());
        var customer = new Customer(CustomerNumber.of(freeNumber()), data.customer(), clock.instant());
        customer.change(data);
        return customers.save(customer).number().value();
    }

    /** Numbers imported from an older system may lie ahead of the sequence. */
    private String freeNumber() {
        var number = "C%07d".formatted(customers.nextNumber());
        if (customers.existsById(CustomerNumber.of(number))) {
            customers.skipTakenNumbers();
            return "C%07d".formatted(customers.nextNumber());
        }
        return number;
    }
}

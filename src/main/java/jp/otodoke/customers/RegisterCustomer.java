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
    public CustomerNumber register(NewCustomer customer) {
        check.require(customer);
        return customers
                .save(new Customer(freeNumber(), customer, clock.instant()))
                .number();
    }

    /** The same for an entry that already has a state or an attention flag. */
    @Transactional
    public CustomerNumber register(CustomerData data) {
        check.require(data.customer());
        var customer = new Customer(freeNumber(), data.customer(), clock.instant());
        customer.change(data);
        return customers.save(customer).number();
    }

    /** Numbers imported from an older system may lie ahead of the sequence. */
    private CustomerNumber freeNumber() {
        var number = nextNumber();
        if (customers.existsById(number)) {
            customers.skipTakenNumbers();
            return nextNumber();
        }
        return number;
    }

    private CustomerNumber nextNumber() {
        return CustomerNumber.of("C%07d".formatted(customers.nextNumber()));
    }
}

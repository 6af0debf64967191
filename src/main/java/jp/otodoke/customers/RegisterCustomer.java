package jp.otodoke.customers;

import jp.otodoke.shared.BusinessClock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes in a new person under the next number, without looking for duplicates. */
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
                .save(new Customer(freeNumber(), customer, clock.instant()))
                .number();
    }

    /** Numbers taken over from an older system may lie ahead of the sequence. */
    private String freeNumber() {
        String number;
        do {
            number = "C%07d".formatted(customers.nextNumber());
        } while (customers.existsById(number));
        return number;
    }
}

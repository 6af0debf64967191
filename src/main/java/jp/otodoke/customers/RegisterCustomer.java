package jp.otodoke.customers;

import java.util.List;
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
        return register(List.of(customer)).get(0);
    }

    /** @return the customer numbers, in the order of the persons */
    @Transactional
    public List<CustomerNumber> register(List<NewCustomer> persons) {
        persons.forEach(check::require);
        var numbers = freeNumbers(persons.size());
        var now = clock.instant();
        for (int i = 0; i < persons.size(); i++) {
            customers.save(new Customer(numbers.get(i), persons.get(i), now));
        }
        return numbers;
    }

    /** The same for an entry that already has a state or an attention flag. */
    @Transactional
    public CustomerNumber register(CustomerData data) {
        check.require(data.customer());
        var customer = new Customer(freeNumbers(1).get(0), data.customer(), clock.instant());
        customer.change(data);
        return customers.save(customer).number();
    }

    /** Numbers imported from an older system may lie ahead of the sequence. */
    private List<CustomerNumber> freeNumbers(int count) {
        var numbers = nextNumbers(count);
        if (customers.taken(numbers.stream().map(CustomerNumber::value).toList()) == 0) {
            return numbers;
        }
        customers.skipTakenNumbers();
        return nextNumbers(count);
    }

    private List<CustomerNumber> nextNumbers(int count) {
        return customers.nextNumbers(count).stream()
                .sorted()
                .map(number -> CustomerNumber.of("C%07d".formatted(number)))
                .toList();
    }
}

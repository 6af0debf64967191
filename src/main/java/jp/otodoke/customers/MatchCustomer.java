package jp.otodoke.customers;

import jp.otodoke.shared.CustomerNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds the customer that a person already is, by the rules for duplicates, or registers a new one. */
@Service
public class MatchCustomer {
    private final JdbcClient jdbc;
    private final Customers customers;
    private final ChangeCustomer changeCustomer;
    private final Duplicates duplicates;
    private final CustomerCheck check;
    private final RegisterCustomer registerCustomer;

    MatchCustomer(
            JdbcClient jdbc,
            Customers customers,
            ChangeCustomer changeCustomer,
            Duplicates duplicates,
            CustomerCheck check,
            RegisterCustomer registerCustomer) {
        this.jdbc = jdbc;
        this.customers = customers;
        this.changeCustomer = changeCustomer;
        this.duplicates = duplicates;
        this.check = check;
        this.registerCustomer = registerCustomer;
    }

    /** @return the number of the existing or the new customer */
    @Transactional
    public CustomerNumber matchOrRegister(NewCustomer customer) {
        check.require(customer);
        return duplicates.first(customer).map(this::welcome).orElseGet(() -> registerOnce(customer));
    }

    /** A customer who orders is not dormant. */
    private CustomerNumber welcome(CustomerNumber number) {
        customers
                .findById(number)
                .filter(Customer::dormant)
                .ifPresent(known -> changeCustomer.change(number, known.data().with(CustomerState.ACTIVE), null));
        return number;
    }

    /** Two simultaneous orders of one new person must not create two customers. */
    private CustomerNumber registerOnce(NewCustomer customer) {
        jdbc.sql("select 1 from pg_advisory_xact_lock(hashtextextended(:name, 1000))")
                .param("name", SearchKeys.name(customer.name()))
                .query()
                .listOfRows();
        return duplicates.first(customer).orElseGet(() -> registerCustomer.register(customer));
    }
}

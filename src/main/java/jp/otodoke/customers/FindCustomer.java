package jp.otodoke.customers;

import java.util.Optional;
import jp.otodoke.shared.CustomerNumber;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
public class FindCustomer {
    private final Customers customers;

    FindCustomer(Customers customers) {
        this.customers = customers;
    }

    @Transactional(readOnly = true)
    public Optional<CustomerSummary> find(CustomerNumber number) {
        return customers.findById(number).map(Customer::card);
    }
}

package jp.otodoke.customers;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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

    /** @return those that exist, by number */
    @Transactional(readOnly = true)
    public Map<CustomerNumber, CustomerSummary> all(Collection<CustomerNumber> numbers) {
        return customers.findAllById(numbers).stream()
                .map(Customer::card)
                .collect(Collectors.toMap(CustomerSummary::number, card -> card));
    }
}

package jp.otodoke.customers;

import java.util.Optional;
import jp.otodoke.inbox.Subject;
import jp.otodoke.inbox.TaskSubject;
import jp.otodoke.shared.CustomerNumber;
import org.springframework.stereotype.Component;

/** Customers as what tasks are about. */
@Component
public class CustomerSubject implements TaskSubject {
    public static final String KIND = "CUSTOMER";

    public static Subject of(CustomerNumber number) {
        return new Subject(KIND, number.value());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String page(String key) {
        return "/customers/" + key;
    }

    @Override
    public Optional<CustomerNumber> customerOf(String key) {
        return Optional.of(CustomerNumber.of(key));
    }

    @Override
    public boolean findable() {
        return true;
    }
}

package jp.otodoke.customers;

import java.util.List;
import jp.otodoke.shared.FieldProblem;
import org.springframework.stereotype.Component;

/** Validates a person's details before anything is stored. */
@Component
public class ReviewCustomer {
    private final CustomerCheck check;

    ReviewCustomer(CustomerCheck check) {
        this.check = check;
    }

    /** @return fields as in the API, such as {@code address.postalCode}; empty if all is well */
    public List<FieldProblem> problems(NewCustomer customer) {
        return check.problems(customer);
    }
}

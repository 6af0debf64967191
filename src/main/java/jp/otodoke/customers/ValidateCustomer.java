package jp.otodoke.customers;

import java.util.List;
import jp.otodoke.shared.FieldProblem;
import org.springframework.stereotype.Service;

/** Finds all mistakes in a person's data at once, without saving anything. */
@Service
public class ValidateCustomer {
    private final CustomerCheck check;

    ValidateCustomer(CustomerCheck check) {
        this.check = check;
    }

    public List<FieldProblem> of(NewCustomer customer) {
        return check.problems(customer);
    }

    /** A mistake that only the form could notice, in the same words as the others. */
    public FieldProblem problem(String field, String code) {
        return check.problem(field, code);
    }
}

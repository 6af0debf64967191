package jp.otodoke.customers.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import jp.otodoke.customers.CustomerData;
import jp.otodoke.customers.CustomerState;
import jp.otodoke.customers.NewCustomer;
import jp.otodoke.customers.ValidateCustomer;
import jp.otodoke.shared.Address;
import jp.otodoke.shared.CalendarRange;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.TextNormalizer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns typed or sent data into a customer, or reports everything that is wrong with it. */
@Component
class CustomerInput {
    private final ValidateCustomer validateCustomer;

    CustomerInput(ValidateCustomer validateCustomer) {
        this.validateCustomer = validateCustomer;
    }

    /** @param before the customer so far; null for a new one */
    CustomerData read(CustomerJson body, @Nullable CustomerData before) {
        var problems = new ArrayList<FieldProblem>();
        var customer = customer(body, before, problems);
        problems.addAll(0, validateCustomer.of(customer));
        if (customer.address().city().isEmpty() && !customer.address().line1().isEmpty()) {
            problems.add(validateCustomer.problem("address.city", "required"));
        }
        var state = state(body.state(), problems);
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        return new CustomerData(
                customer,
                Objects.requireNonNull(state),
                Boolean.TRUE.equals(body.attention()),
                before == null ? null : before.attentionNote());
    }

    private NewCustomer customer(CustomerJson body, @Nullable CustomerData before, List<FieldProblem> problems) {
        return new NewCustomer(
                Objects.requireNonNullElse(body.name(), ""),
                body.kana(),
                body.phone(),
                body.email(),
                date(body.birthDate(), problems),
                body.sex(),
                body.address() == null
                        ? new Address("", "", "", "", "")
                        : body.address().address(),
                before == null ? null : before.customer().mediaCode());
    }

    private @Nullable LocalDate date(@Nullable String text, List<FieldProblem> problems) {
        if (TextNormalizer.blank(text)) {
            return null;
        }
        try {
            return CalendarRange.day(text);
        } catch (DateTimeException noDate) {
            problems.add(validateCustomer.problem("birthDate", "invalid"));
            return null;
        }
    }

    private @Nullable CustomerState state(@Nullable String text, List<FieldProblem> problems) {
        if (TextNormalizer.blank(text) || "ACTIVE".equals(text)) {
            return CustomerState.ACTIVE;
        }
        if ("DORMANT".equals(text)) {
            return CustomerState.DORMANT;
        }
        problems.add(validateCustomer.problem("state", "invalid"));
        return null;
    }
}

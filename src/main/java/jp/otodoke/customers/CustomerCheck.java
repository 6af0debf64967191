package jp.otodoke.customers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import jp.otodoke.shared.Address;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.EmailAddress;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Prefectures;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds every mistake in a person's data; kana, phone and mail may be missing. */
@Component
class CustomerCheck {
    static final Set<String> SEXES = Set.of("MALE", "FEMALE", "OTHER");
    private static final Pattern KANA = Pattern.compile("[ァ-ヺー・ヽヾA-Za-z0-9'’.,()&/\\- 　]+");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9()\\- .\\p{Pd}−ー]+");
    private static final LocalDate OLDEST = LocalDate.of(1880, 1, 1);

    private final BusinessClock clock;

    CustomerCheck(BusinessClock clock) {
        this.clock = clock;
    }

    void require(NewCustomer customer) {
        var problems = problems(customer);
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
    }

    List<FieldProblem> problems(NewCustomer customer) {
        var found = new Findings();
        found.required("name", customer.name());
        found.atMost("name", customer.name(), 100);
        found.matches("kana", customer.kana(), KANA);
        found.atMost("kana", customer.kana(), 200);
        if (customer.phone() != null
                && (!PHONE.matcher(customer.phone()).matches() || !plausible(SearchKeys.phone(customer.phone())))) {
            found.invalid("phone");
        }
        if (customer.email() != null && !EmailAddress.isValid(customer.email())) {
            found.invalid("email");
        }
        if (customer.sex() != null && !SEXES.contains(customer.sex())) {
            found.invalid("sex");
        }
        var birth = customer.birthDate();
        if (birth != null && (birth.isAfter(clock.today()) || birth.isBefore(OLDEST))) {
            found.invalid("birthDate");
        }
        found.atMost("mediaCode", customer.mediaCode(), 50);
        check(customer.address(), found);
        return found.list;
    }

    FieldProblem problem(String field, String code) {
        return new FieldProblem(
                field,
                code,
                BilingualText.of("customer.problem." + code, BilingualText.named("customer.field", field)));
    }

    private static void check(Address address, Findings found) {
        found.required("address.postalCode", address.postalCode());
        if (!address.postalCode().isEmpty() && address.postalCode().length() != 7) {
            found.invalid("address.postalCode");
        }
        found.required("address.prefecture", address.prefecture());
        if (!address.prefecture().isEmpty() && !Prefectures.known(address.prefecture())) {
            found.add("address.prefecture", "unknown");
        }
        if (address.city().isEmpty() && address.line1().isEmpty()) {
            found.required("address.city", "");
        }
        found.atMost("address.city", address.city(), 200);
        found.atMost("address.line1", address.line1(), 200);
        found.atMost("address.line2", address.line2(), 200);
    }

    private static boolean plausible(String digits) {
        return digits.length() >= 9 && digits.length() <= 15;
    }

    private final class Findings {
        private final List<FieldProblem> list = new ArrayList<>();

        void required(String field, String value) {
            if (value.isEmpty()) {
                add(field, "required");
            }
        }

        void matches(String field, @Nullable String value, Pattern pattern) {
            if (value != null && !pattern.matcher(value).matches()) {
                invalid(field);
            }
        }

        void atMost(String field, @Nullable String value, int length) {
            if (value != null && value.length() > length) {
                add(field, "too-long");
            }
        }

        void invalid(String field) {
            add(field, "invalid");
        }

        void add(String field, String code) {
            list.add(problem(field, code));
        }
    }
}

package jp.otodoke.payments;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.TextNormalizer;
import org.jspecify.annotations.Nullable;

/** A mandate as it was typed. */
public record NewMandate(
        @Nullable String customer,
        @Nullable String bankCode,
        @Nullable String branchCode,
        @Nullable String accountType,
        @Nullable String accountNumber,
        @Nullable String holderKana) {
    private static final Set<String> TYPES = Set.of("1", "2", "3", "9");
    private static final int DIGITS = 7;
    private static final int LONGEST_NAME = 100;

    /**
     * @param known whether there is such a customer
     * @throws InvalidInput with all that is wrong
     */
    DebitAccount account(boolean known) {
        var problems = new ArrayList<FieldProblem>();
        if (!known) {
            problems.add(problem("customer", TextNormalizer.blank(customer) ? "required" : "unknown"));
        }
        var bank = checked("bankCode", bankCode, "\\d{4}", problems);
        var branch = checked("branchCode", branchCode, "\\d{3}", problems);
        var number = checked("accountNumber", accountNumber, "\\d{1,7}", problems);
        var type = TextNormalizer.clean(accountType);
        if (!TYPES.contains(type)) {
            problems.add(problem("accountType", type.isEmpty() ? "required" : "unknown"));
        }
        var holder = BankKana.of(TextNormalizer.clean(holderKana)).orElse("");
        if (holder.isEmpty() || holder.length() > LONGEST_NAME) {
            problems.add(problem("holderKana", TextNormalizer.blank(holderKana) ? "required" : "invalid"));
        }
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        return new DebitAccount(bank, branch, type, "0".repeat(DIGITS - number.length()) + number, holder);
    }

    /** No log shows an account. */
    @Override
    public String toString() {
        return "mandate of " + customer;
    }

    private static String checked(String field, @Nullable String typed, String format, List<FieldProblem> problems) {
        var text = TextNormalizer.clean(typed);
        if (!text.matches(format)) {
            problems.add(problem(field, text.isEmpty() ? "required" : "invalid"));
        }
        return text;
    }

    private static FieldProblem problem(String field, String code) {
        return new FieldProblem(
                field,
                code,
                BilingualText.of(code.equals("required") ? "receivable.problem.required" : "mandate.problem." + field));
    }
}

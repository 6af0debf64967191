package jp.otodoke.payments;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
     * Of ゆうちょ銀行 the symbol and number of the passbook (記号・番号) are taken too, and become what its direct debits name.
     *
     * @param known whether there is such a customer
     * @throws InvalidInput with all that is wrong; a code that the table lacks is wrong only where the table is complete
     */
    public DebitAccount account(boolean known, BankCodes codes) {
        var problems = new ArrayList<FieldProblem>();
        if (!known) {
            problems.add(problem("customer", TextNormalizer.blank(customer) ? "required" : "unknown"));
        }
        var bank = checked("bankCode", bankCode, "[0-9]{4}", problems);
        var passbook = PostPassbook.of(bank, TextNormalizer.digits(branchCode), TextNormalizer.digits(accountNumber));
        var branch = passbook.map(PostPassbook::debitBranch)
                .orElseGet(() -> checked("branchCode", branchCode, "[0-9]{3}", problems));
        var number = passbook.map(PostPassbook::account)
                .orElseGet(() -> checked("accountNumber", accountNumber, "(?!0+$)[0-9]{1,7}", problems));
        passbook.ifPresent(book -> book.problems().forEach(field -> problems.add(problem(field, "passbook"))));
        if (problems.isEmpty()) {
            listed(bank, branch, codes).ifPresent(field -> problems.add(problem(field, "not-listed")));
        }
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

    /** The field whose code the table would have if there were one. */
    private static Optional<String> listed(String bank, String branch, BankCodes codes) {
        if (codes.name(bank, "").isEmpty()) {
            return Optional.of("bankCode").filter(field -> codes.complete());
        }
        boolean unlisted = !bank.equals(BankCodes.POST_BANK)
                && codes.complete(bank)
                && codes.name(bank, branch).isEmpty();
        return Optional.of("branchCode").filter(field -> unlisted);
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
                BilingualText.of(
                        switch (code) {
                            case "required" -> "receivable.problem.required";
                            case "passbook", "not-listed" -> "mandate.problem." + field + "." + code;
                            default -> "mandate.problem." + field;
                        }));
    }
}

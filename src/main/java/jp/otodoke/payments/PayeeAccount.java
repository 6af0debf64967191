package jp.otodoke.payments;

import java.util.ArrayList;
import java.util.List;
import jp.otodoke.platform.personal.Personal;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.TextNormalizer;
import org.jspecify.annotations.Nullable;

/**
 * The bank account of a customer to which money is transferred.
 *
 * @param bankCode four digits
 * @param branchCode three digits
 * @param accountType 1 普通, 2 当座, 4 貯蓄, 9 その他
 * @param accountNumber seven digits
 * @param holderKana as the customer wrote it: the bank refuses another name
 */
public record PayeeAccount(
        String bankCode,
        String branchCode,
        String accountType,
        String accountNumber,
        @Personal(Personal.Kind.NAME) String holderKana) {
    private static final int SHOWN = 3;
    private static final int LONGEST_NAME = 100;

    /**
     * Takes an account as it is typed. Of ゆうちょ銀行 the symbol and number of the passbook (記号・番号) are taken too, and become
     * branch and account as for transfers.
     *
     * @param prefix of the field names in what is reported
     * @throws InvalidInput with everything that is wrong
     */
    public static PayeeAccount read(
            String prefix,
            @Nullable String bank,
            @Nullable String branch,
            @Nullable String type,
            @Nullable String number,
            @Nullable String holder) {
        var bankCode = TextNormalizer.digits(bank);
        var passbook = PostPassbook.of(bankCode, TextNormalizer.digits(branch), TextNormalizer.digits(number));
        var branchCode = passbook.map(PostPassbook::transferBranch).orElse(TextNormalizer.digits(branch));
        var digits = passbook.map(PostPassbook::account).orElse(TextNormalizer.digits(number));
        var account = new PayeeAccount(
                bankCode,
                branchCode,
                TextNormalizer.clean(type),
                digits.isEmpty() ? "" : "0".repeat(Math.max(0, 7 - digits.length())) + digits,
                TextNormalizer.clean(holder));
        var problems = account.problems(prefix);
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        return account;
    }

    private List<FieldProblem> problems(String prefix) {
        var problems = new ArrayList<FieldProblem>();
        check(bankCode.matches("\\d{4}"), prefix, "bankCode", problems);
        check(branchCode.matches("\\d{3}"), prefix, "branchCode", problems);
        check(accountType.matches("[1249]"), prefix, "accountType", problems);
        check(accountNumber.matches("\\d{7}") && !accountNumber.equals("0000000"), prefix, "accountNumber", problems);
        check(
                holderKana.length() <= LONGEST_NAME && BankKana.of(holderKana).isPresent(),
                prefix,
                "holderKana",
                problems);
        return problems;
    }

    private static void check(boolean right, String prefix, String field, List<FieldProblem> problems) {
        if (!right) {
            problems.add(
                    new FieldProblem(prefix + field, "invalid", BilingualText.of("refund.problem.account." + field)));
        }
    }

    /** All but its last three digits. */
    public String maskedNumber() {
        return "*".repeat(accountNumber.length() - SHOWN) + accountNumber.substring(accountNumber.length() - SHOWN);
    }

    /** Identifies the account, whatever its holder's name. */
    String place() {
        return String.join("-", bankCode, branchCode, accountType, accountNumber);
    }

    /** No logs and no messages of exceptions contain an account. */
    @Override
    public String toString() {
        return bankCode + "-" + branchCode + "-" + maskedNumber();
    }
}

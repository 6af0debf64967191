package jp.otodoke.payments;

import java.util.Optional;
import java.util.regex.Pattern;
import jp.otodoke.shared.BilingualText;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * バーチャル口座: the range of account numbers of one branch that the bank has lent, so that each claim can have one of its own.
 * There is none unless the branch is set.
 */
@Component
class VirtualAccounts {
    private static final int BRANCH_DIGITS = 3;
    private static final int DIGITS = 10;

    /** Bank, branch, type and number. */
    private static final Pattern ACCOUNT = Pattern.compile("\\d+-(\\d+)-\\d*-(\\d+)");

    private final String bank;
    private final String branch;
    private final int to;
    private final String first;
    private final String last;

    VirtualAccounts(
            @Value("${otodoke.virtual-accounts.bank}") String bank,
            @Value("${otodoke.virtual-accounts.branch}") String branch,
            @Value("${otodoke.virtual-accounts.from}") int from,
            @Value("${otodoke.virtual-accounts.to}") int to) {
        if (!branch.matches("|\\d{3}") || from < 0 || to > 9_999_999 || from > to) {
            throw new IllegalArgumentException(
                    "otodoke.virtual-accounts needs a branch of three digits and a range of numbers of up to seven digits");
        }
        this.bank = bank;
        this.branch = branch;
        this.to = to;
        first = number(from);
        last = number(to);
    }

    boolean exist() {
        return !branch.isEmpty();
    }

    String first() {
        return first;
    }

    String last() {
        return last;
    }

    /** The next one in the range; empty behind the last. */
    Optional<String> after(String number) {
        int next = Integer.parseInt(number.substring(BRANCH_DIGITS)) + 1;
        return next > to ? Optional.empty() : Optional.of(number(next));
    }

    /** As customers are told it. */
    String words(String number) {
        return BilingualText.of(
                        "transfer.virtual-account",
                        bank,
                        number.substring(0, BRANCH_DIGITS),
                        number.substring(BRANCH_DIGITS))
                .japanese();
    }

    private String number(int account) {
        return branch + "%07d".formatted(account);
    }

    /**
     * Banks tell it as the account of a group of its own, or as the code of the remitter.
     *
     * @param account bank, branch, type and number of the account that the file names, by hyphens
     */
    @Nullable
    String of(@Nullable String account, @Nullable String remitterCode) {
        if (!exist()) {
            return null;
        }
        return byAccount(account).or(() -> byCode(remitterCode)).orElse(null);
    }

    private Optional<String> byAccount(@Nullable String account) {
        var parts = ACCOUNT.matcher(account == null ? "" : account);
        return parts.matches()
                ? inRange(padded(parts.group(1), BRANCH_DIGITS) + padded(parts.group(2), DIGITS - BRANCH_DIGITS))
                : Optional.empty();
    }

    private Optional<String> byCode(@Nullable String code) {
        return code == null || !code.matches("\\d{1,10}") ? Optional.empty() : inRange(padded(code, DIGITS));
    }

    private Optional<String> inRange(String number) {
        return Optional.of(number)
                .filter(n -> n.length() == DIGITS && n.compareTo(first()) >= 0 && n.compareTo(last()) <= 0);
    }

    private static String padded(String digits, int length) {
        return "0".repeat(Math.max(0, length - digits.length())) + digits;
    }
}

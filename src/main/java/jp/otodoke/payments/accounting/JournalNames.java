package jp.otodoke.payments.accounting;

import java.util.List;
import jp.otodoke.payments.accounting.JournalAccounts.JournalAccount;
import jp.otodoke.payments.accounting.JournalLine.Side;

/** Finds how a side of a line is called in the accounting software. */
final class JournalNames {
    private final List<JournalAccount> accounts;

    JournalNames(List<JournalAccount> accounts) {
        this.accounts = accounts;
    }

    /** That of its rate before that of all rates. */
    JournalAccount of(Side side) {
        return accounts.stream()
                .filter(account -> account.isFor(side))
                .reduce((one, other) -> one.taxRate() != null ? one : other)
                .orElseThrow(() -> new IllegalStateException("No name for account " + side));
    }
}

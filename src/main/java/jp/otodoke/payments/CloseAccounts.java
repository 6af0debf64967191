package jp.otodoke.payments;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import jp.otodoke.platform.data.RetryOnConflict;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Closes customers' accounts: by itself in the night after their closing days, or by hand, a thousand to a transaction. */
@Component
public class CloseAccounts {
    private static final int AT_ONCE = 1_000;

    private final DueClosings due;
    private final CreditAccounts accounts;
    private final IssueStatements issueStatements;
    private final FindStatements statements;
    private final RetryOnConflict retryOnConflict;
    private final TransactionTemplate transaction;
    private final BusinessClock clock;

    CloseAccounts(
            DueClosings due,
            CreditAccounts accounts,
            IssueStatements issueStatements,
            FindStatements statements,
            RetryOnConflict retryOnConflict,
            TransactionTemplate transaction,
            BusinessClock clock) {
        this.due = due;
        this.accounts = accounts;
        this.issueStatements = issueStatements;
        this.statements = statements;
        this.retryOnConflict = retryOnConflict;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** All whose closing day is over. */
    List<StatementNumber> overdue(String by) {
        return close(due.until(clock.today().minusDays(1)), by);
    }

    /**
     * By hand. Closing today takes in what was sold until now.
     *
     * @param customer null for all whose closing day it is
     * @throws InvalidInput if the day is still to come
     * @throws Refusal if nothing was ever sold to the customer on account (conflict)
     */
    public List<StatementNumber> close(LocalDate day, @Nullable CustomerNumber customer, String by) {
        return close(closings(day, customer), by);
    }

    /** What {@link #close(LocalDate, CustomerNumber, String)} would issue; nothing stays of it. */
    public List<Statement> preview(LocalDate day, @Nullable CustomerNumber customer) {
        var closings = closings(day, customer);
        var first = closings.subList(0, Math.min(closings.size(), AT_ONCE));
        return Objects.requireNonNull(transaction.execute(status -> {
            var issued = issueStatements.issue(first, "preview");
            status.setRollbackOnly();
            return statements.all(issued);
        }));
    }

    private List<DueClosing> closings(LocalDate day, @Nullable CustomerNumber customer) {
        if (day.isAfter(clock.today())) {
            throw new InvalidInput("closingDate", "future", BilingualText.of("statement.problem.future"));
        }
        if (customer != null && accounts.find(customer).isEmpty()) {
            throw Refusal.conflict("credit.without-terms", customer);
        }
        return due.on(day, customer);
    }

    private List<StatementNumber> close(List<DueClosing> closings, String by) {
        var issued = new ArrayList<StatementNumber>();
        for (int from = 0; from < closings.size(); from += AT_ONCE) {
            var some = closings.subList(from, Math.min(closings.size(), from + AT_ONCE));
            issued.addAll(retryOnConflict.inTransaction(() -> issueStatements.issue(some, by)));
        }
        return issued;
    }
}

package jp.otodoke.loyalty;

import java.util.ArrayList;
import java.util.List;
import jp.otodoke.customers.FindCustomer;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.TextNormalizer;
import jp.otodoke.shared.Yen;
import jp.otodoke.staff.AuditTrail;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives a customer points by hand, or takes them, with a reason. */
@Component
public class AdjustPoints {
    private static final Yen MOST = Yen.of(1_000_000);
    private static final int LONGEST_REASON = 200;
    private static final int MONTHS = 12;

    private final FindCustomer customers;
    private final PointAccounts accounts;
    private final PointBook book;
    private final AuditTrail audit;
    private final BusinessClock clock;

    AdjustPoints(
            FindCustomer customers, PointAccounts accounts, PointBook book, AuditTrail audit, BusinessClock clock) {
        this.customers = customers;
        this.accounts = accounts;
        this.book = book;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param points negative to take
     * @throws InvalidInput if there is no reason, or more is taken than there is
     */
    @Transactional
    public void adjust(CustomerNumber customer, Yen points, @Nullable String reason) {
        if (customers.find(customer).isEmpty()) {
            throw Refusal.notFound("customer.refused.unknown", customer);
        }
        var why = TextNormalizer.clean(reason);
        accounts.open(List.of(customer));
        check(customer, points, why);
        if (points.isPositive()) {
            book.give(new PointEntry(customer, null, points), clock.today().plusMonths(MONTHS), why);
        } else {
            book.take(PointKind.ADJUSTED, List.of(new PointEntry(customer, null, points.negated())), why);
        }
        audit.record("points-adjusted", customer.value(), points.amount() + " " + why);
    }

    private void check(CustomerNumber customer, Yen points, String why) {
        var problems = new ArrayList<FieldProblem>();
        if (points.isZero() || points.isMoreThan(MOST) || points.negated().isMoreThan(MOST)) {
            problems.add(
                    new FieldProblem("points", "invalid", BilingualText.of("points.problem.amount", MOST.amount())));
        } else if (points.isNegative()) {
            var available = accounts.available(List.of(customer)).getOrDefault(customer, Yen.ZERO);
            if (points.negated().isMoreThan(available)) {
                problems.add(new FieldProblem(
                        "points", "balance", BilingualText.of("points.problem.balance", available.amount())));
            }
        }
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            problems.add(
                    new FieldProblem("reason", "required", BilingualText.of("points.problem.reason", LONGEST_REASON)));
        }
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
    }
}

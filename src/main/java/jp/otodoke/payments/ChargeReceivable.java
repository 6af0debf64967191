package jp.otodoke.payments;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jp.otodoke.customers.FindCustomer;
import jp.otodoke.payments.Ledger.Account;
import jp.otodoke.payments.Ledger.Posting;
import jp.otodoke.payments.ReceivableCharges.Charge;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.CalendarRange;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.Yen;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** ReceivableCharges a customer for something that is not an order. */
@Component
public class ChargeReceivable {
    private static final Set<Integer> TAX_RATES = Set.of(0, 8, 10);
    private static final Yen MOST = Yen.of(99_999_999);

    private final Receivables receivables;
    private final FindCustomer customers;
    private final AssignVirtualAccount assignVirtualAccount;
    private final ReceivableCharges charges;
    private final Ledger ledger;
    private final JdbcClient jdbc;
    private final BusinessClock clock;

    ChargeReceivable(
            Receivables receivables,
            FindCustomer customers,
            AssignVirtualAccount assignVirtualAccount,
            ReceivableCharges charges,
            Ledger ledger,
            JdbcClient jdbc,
            BusinessClock clock) {
        this.receivables = receivables;
        this.customers = customers;
        this.assignVirtualAccount = assignVirtualAccount;
        this.charges = charges;
        this.ledger = ledger;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @return its number
     * @throws InvalidInput if the customer is unknown, it is for an order, or amount, rate or day are out of bounds
     */
    @Transactional
    public ReceivableNumber charge(NewReceivable asked) {
        check(asked);
        var number = ReceivableNumber.of("F%08d"
                .formatted(jdbc.sql("select nextval('receivable_number')")
                        .query(Long.class)
                        .single()));
        receivables.saveAndFlush(Receivable.charge(number, asked, clock.instant()));
        assignVirtualAccount.to(number);
        charges.add(List.of(new Charge(number, asked.amount(), ReceivableCharges.Reason.CHARGED)));
        var tax = asked.amount().taxIncluded(asked.taxRate());
        ledger.post(List.of(
                posting("sales:" + number, Account.SALES, asked.amount().minus(tax), number, asked.taxRate()),
                posting("output-tax:" + number, Account.OUTPUT_TAX, tax, number, asked.taxRate())));
        return number;
    }

    private static Posting posting(String name, Account credit, Yen amount, ReceivableNumber number, int rate) {
        return new Posting(name, Account.RECEIVABLE, credit, amount, number, rate);
    }

    private void check(NewReceivable asked) {
        var problems = new ArrayList<FieldProblem>();
        if (customers.find(asked.customer()).isEmpty()) {
            problems.add(problem("customer", "unknown", asked.customer()));
        }
        if (asked.kind() == ReceivableKind.ORDER) {
            problems.add(problem("kind", "order"));
        }
        if (!asked.amount().isPositive() || asked.amount().isMoreThan(MOST)) {
            problems.add(problem("amount", "invalid", MOST.amount()));
        }
        if (!TAX_RATES.contains(asked.taxRate())) {
            problems.add(problem("taxRate", "unknown", asked.taxRate()));
        }
        if (!CalendarRange.contains(
                asked.dueDate().atStartOfDay(BusinessClock.TOKYO).toInstant())) {
            problems.add(problem("dueDate", "invalid"));
        }
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
    }

    private static FieldProblem problem(String field, String code, Object... more) {
        return new FieldProblem(field, code, BilingualText.of("receivable.problem." + field, more));
    }
}

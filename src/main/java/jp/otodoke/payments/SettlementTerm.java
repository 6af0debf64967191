package jp.otodoke.payments;

import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.OrderNumber;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How long the money for goods that have arrived may take before somebody asks for it. */
@Component
public class SettlementTerm {
    private static final int USUAL = 30;
    private static final int GRACE = 7;

    private final FindPayment payments;
    private final CreditAccounts accounts;
    private final BusinessClock clock;

    SettlementTerm(FindPayment payments, CreditAccounts accounts, BusinessClock clock) {
        this.payments = payments;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** From today; of an order on account until its statement has been due for a week. */
    @Transactional(readOnly = true)
    public Period of(OrderNumber order) {
        var payment = payments.get(order);
        return Optional.ofNullable(payment.customerNumber())
                .filter(customer -> payment.method() == PaymentMethod.INVOICE)
                .flatMap(accounts::find)
                .map(CreditAccount::terms)
                .map(this::untilStatementIsDue)
                .orElse(Period.ofDays(USUAL));
    }

    private Period untilStatementIsDue(CreditTerms terms) {
        var today = clock.today();
        var due = terms.due(terms.closingFrom(today));
        return Period.ofDays((int) Math.max(USUAL, ChronoUnit.DAYS.between(today, due) + GRACE));
    }
}

package jp.otodoke.payments;

import java.sql.Timestamp;
import java.util.Map;
import java.util.Optional;
import jp.otodoke.customers.FindCustomer;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.Refusal;
import jp.otodoke.staff.CurrentStaff;
import jp.otodoke.staff.Permission;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Agrees on terms with a customer, changes or ends them. Orders that waited for their limit go on where it allows them now. */
@Component
public class ChangeCreditTerms {
    private final JdbcClient jdbc;
    private final FindCustomer customers;
    private final CreditAccounts accounts;
    private final GrantWaitingCredit grantWaitingCredit;
    private final CurrentStaff staff;
    private final BusinessClock clock;

    ChangeCreditTerms(
            JdbcClient jdbc,
            FindCustomer customers,
            CreditAccounts accounts,
            GrantWaitingCredit grantWaitingCredit,
            CurrentStaff staff,
            BusinessClock clock) {
        this.jdbc = jdbc;
        this.customers = customers;
        this.accounts = accounts;
        this.grantWaitingCredit = grantWaitingCredit;
        this.staff = staff;
        this.clock = clock;
    }

    /**
     * Has no effect if nothing changes. What was sold before counts for the first closing too.
     *
     * @param terms null if the customer may not order on account any more
     * @throws Refusal if there is no such customer, or who asks may not decide about money
     */
    @Transactional
    public void change(CustomerNumber customer, @Nullable CreditTerms terms) {
        if (!staff.isMachine() && !staff.may(Permission.MONEY_EDIT)) {
            throw Refusal.forbidden("credit.forbidden");
        }
        if (customers.find(customer).isEmpty()) {
            throw Refusal.notFound("customer.refused.unknown", customer);
        }
        var before = accounts.find(customer);
        if (before.filter(CreditAccount::active).map(CreditAccount::terms).equals(Optional.ofNullable(terms))) {
            return;
        }
        if (terms == null) {
            before.ifPresent(account -> save(customer, account.terms(), false));
        } else {
            save(customer, terms, true);
            grantWaitingCredit.grant(customer);
        }
    }

    private void save(CustomerNumber customer, CreditTerms terms, boolean active) {
        var values = Map.<String, Object>of(
                "customer", customer.value(),
                "limit", terms.limit().amount(),
                "closing", terms.closingDay(),
                "months", terms.monthsLater(),
                "pay", terms.payDay(),
                "active", active,
                "yesterday", clock.today().minusDays(1),
                "at", Timestamp.from(clock.instant()),
                "by", staff.name());
        jdbc.sql(
                        """
                        insert into credit_terms (customer_number, credit_limit, closing_day, months_later, pay_day, active, closed_through)
                        values (:customer, :limit, :closing, :months, :pay, :active, :yesterday)
                        on conflict (customer_number) do update
                           set credit_limit = :limit, closing_day = :closing, months_later = :months, pay_day = :pay, active = :active
                        """)
                .params(values)
                .update();
        jdbc.sql(
                        """
                        insert into credit_terms_change
                               (customer_number, credit_limit, closing_day, months_later, pay_day, active, changed_at, changed_by)
                        values (:customer, :limit, :closing, :months, :pay, :active, :at, :by)
                        """)
                .params(values)
                .update();
    }
}

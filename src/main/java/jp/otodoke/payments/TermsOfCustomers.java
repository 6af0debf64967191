package jp.otodoke.payments;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import jp.otodoke.customers.TradeTerms;
import jp.otodoke.orders.AccountCustomers;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.staff.CurrentStaff;
import jp.otodoke.staff.Permission;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells the modules of customers and orders with whom terms are agreed. */
@Component
class TermsOfCustomers implements TradeTerms, AccountCustomers {
    private final CreditAccounts accounts;
    private final ChangeCreditTerms changeCreditTerms;
    private final CurrentStaff staff;

    TermsOfCustomers(CreditAccounts accounts, ChangeCreditTerms changeCreditTerms, CurrentStaff staff) {
        this.accounts = accounts;
        this.changeCreditTerms = changeCreditTerms;
        this.staff = staff;
    }

    @Override
    public Set<CustomerNumber> among(Collection<CustomerNumber> customers) {
        return accounts.active(customers).keySet();
    }

    @Override
    public Map<CustomerNumber, Terms> of(Collection<CustomerNumber> customers) {
        var found = new HashMap<CustomerNumber, Terms>();
        accounts.active(customers)
                .forEach((customer, terms) -> found.put(customer, new Terms(terms.limit(), terms.closingDay())));
        return found;
    }

    @Override
    public boolean mayChange() {
        return staff.isMachine() || staff.may(Permission.MONEY_EDIT);
    }

    /** When a customer pays stays as it was agreed; at the end of the next month if nothing was. */
    @Override
    public void change(CustomerNumber customer, @Nullable Terms asked) {
        changeCreditTerms.change(customer, asked == null ? null : terms(customer, asked));
    }

    private CreditTerms terms(CustomerNumber customer, Terms asked) {
        return accounts.find(customer)
                .map(CreditAccount::terms)
                .filter(before -> before.monthsLater() > 0 || before.payDay() >= asked.closingDay())
                .map(before ->
                        new CreditTerms(asked.creditLimit(), asked.closingDay(), before.monthsLater(), before.payDay()))
                .orElseGet(() -> CreditTerms.payingAtTheEndOfTheNextMonth(asked.creditLimit(), asked.closingDay()));
    }
}

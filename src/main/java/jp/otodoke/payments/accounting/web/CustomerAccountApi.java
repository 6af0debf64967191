package jp.otodoke.payments.accounting.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jp.otodoke.customers.FindCustomer;
import jp.otodoke.payments.ChangeCreditTerms;
import jp.otodoke.payments.CreditAccount;
import jp.otodoke.payments.CreditAccounts;
import jp.otodoke.payments.CreditTerms;
import jp.otodoke.payments.accounting.AccountEntry;
import jp.otodoke.payments.accounting.CustomerAccount;
import jp.otodoke.platform.web.PageQuery;
import jp.otodoke.platform.web.Paged;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A customer's account, and the terms on which it is kept. */
@RestController
@RequestMapping("/api/v1/customers/{number}")
class CustomerAccountApi {
    private final CustomerAccount account;
    private final CreditAccounts credit;
    private final ChangeCreditTerms changeCreditTerms;
    private final FindCustomer customers;

    CustomerAccountApi(
            CustomerAccount account,
            CreditAccounts credit,
            ChangeCreditTerms changeCreditTerms,
            FindCustomer customers) {
        this.account = account;
        this.credit = credit;
        this.changeCreditTerms = changeCreditTerms;
        this.customers = customers;
    }

    /**
     * Everything that was charged, paid, given back or given up, the oldest first, with what is owed after each.
     *
     * @param from first day; null from the beginning
     * @param until last day; null to the end
     */
    @GetMapping("/account")
    AccountBody show(
            @PathVariable CustomerNumber number,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate until,
            PageQuery page) {
        known(number);
        var period = new CustomerAccount.Period(number, from, until);
        var totals = account.totals(period);
        var entries = account.entries(period, page.offset(), page.size()).stream()
                .map(EntryBody::of)
                .toList();
        var paged = Paged.of(entries, page, totals.count());
        return new AccountBody(
                number.value(),
                totals.opening().amount(),
                totals.debit().amount(),
                totals.credit().amount(),
                totals.closing().amount(),
                totals.held().amount(),
                paged.items(),
                paged.page());
    }

    /** The terms of a customer who buys on account. */
    @GetMapping("/credit-terms")
    TermsBody terms(@PathVariable CustomerNumber number) {
        known(number);
        return credit.find(number)
                .filter(CreditAccount::active)
                .map(TermsBody::of)
                .orElseThrow(() -> Refusal.notFound("credit.without-terms", number));
    }

    @PutMapping("/credit-terms")
    TermsBody agree(@PathVariable CustomerNumber number, @RequestBody CreditTermsInput asked) {
        changeCreditTerms.change(number, asked.read());
        return terms(number);
    }

    /** Nothing more is sold to the customer on account; what is owed stays so. */
    @DeleteMapping("/credit-terms")
    void end(@PathVariable CustomerNumber number) {
        changeCreditTerms.change(number, null);
    }

    private void known(CustomerNumber number) {
        if (customers.find(number).isEmpty()) {
            throw Refusal.notFound("customer.refused.unknown", number);
        }
    }

    /**
     * @param opening owed before the period
     * @param closing owed at its end
     * @param held what the customer has with us at its end
     */
    record AccountBody(
            String customer,
            long opening,
            long debit,
            long credit,
            long closing,
            long held,
            List<EntryBody> items,
            Paged.Page page) {}

    /**
     * @param number of an order, or of what is owed without one
     * @param amount by how much more is owed
     * @param balance owed after it
     * @param held what the customer has with us after it
     */
    record EntryBody(
            Instant at, String kind, String number, long amount, @Nullable String reference, long balance, long held) {
        static EntryBody of(AccountEntry e) {
            return new EntryBody(
                    e.at(),
                    e.kind().name(),
                    e.receivable().value(),
                    e.amount().amount(),
                    e.reference(),
                    e.owed().amount(),
                    e.held().amount());
        }
    }

    /** @param used what is owed on account, delivered or not */
    record TermsBody(long creditLimit, int closingDay, int monthsLater, int payDay, long used, long left) {
        static TermsBody of(CreditAccount account) {
            CreditTerms terms = account.terms();
            return new TermsBody(
                    terms.limit().amount(),
                    terms.closingDay(),
                    terms.monthsLater(),
                    terms.payDay(),
                    account.used().amount(),
                    account.left().amount());
        }
    }
}

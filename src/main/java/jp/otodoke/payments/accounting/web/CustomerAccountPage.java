package jp.otodoke.payments.accounting.web;

import jp.otodoke.customers.FindCustomer;
import jp.otodoke.payments.CreditAccounts;
import jp.otodoke.payments.accounting.CustomerAccount;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** A customer's account as a running ledger. */
@Controller
class CustomerAccountPage {
    private static final int SIZE = 100;

    private final CustomerAccount account;
    private final FindCustomer customers;
    private final CreditAccounts credit;

    CustomerAccountPage(CustomerAccount account, FindCustomer customers, CreditAccounts credit) {
        this.account = account;
        this.customers = customers;
        this.credit = credit;
    }

    @GetMapping("/customers/{number}/account")
    String show(
            @PathVariable CustomerNumber number,
            @ModelAttribute AccountPeriod period,
            @RequestParam(defaultValue = "") String page,
            Model model) {
        model.addAttribute(
                "customer",
                customers.find(number).orElseThrow(() -> Refusal.notFound("customer.refused.unknown", number)));
        var wanted = period.of(number);
        var part = AccountPart.of(account, wanted, page, SIZE);
        model.addAttribute("entries", part.entries());
        model.addAttribute("previous", part.previous());
        model.addAttribute("next", part.next());
        model.addAttribute("totals", account.totals(wanted));
        model.addAttribute("credit", credit.find(number).orElse(null));
        model.addAttribute("period", period);
        return "payments/customer-account";
    }
}

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
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        model.addAttribute(
                "customer",
                customers.find(number).orElseThrow(() -> Refusal.notFound("customer.refused.unknown", number)));
        var wanted = period.of(number);
        var totals = account.totals(wanted);
        var shown = Math.max(0, Math.min(page, (int) ((totals.count() - 1) / SIZE)));
        model.addAttribute("entries", account.entries(wanted, shown * SIZE, SIZE));
        model.addAttribute("totals", totals);
        model.addAttribute("credit", credit.find(number).orElse(null));
        model.addAttribute("period", period);
        model.addAttribute("page", shown);
        model.addAttribute("size", SIZE);
        return "payments/customer-account";
    }
}

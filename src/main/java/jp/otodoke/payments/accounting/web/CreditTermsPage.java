package jp.otodoke.payments.accounting.web;

import java.util.Locale;
import jp.otodoke.payments.ChangeCreditTerms;
import jp.otodoke.payments.CreditAccounts;
import jp.otodoke.payments.CreditTerms;
import jp.otodoke.payments.Mandates;
import jp.otodoke.payments.accounting.CustomerAccount;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * How a customer stands with us and what is agreed where he buys on account: a part of the customer's page, and the form
 * that changes the terms.
 */
@Controller
class CreditTermsPage {
    private final CreditAccounts accounts;
    private final CustomerAccount account;
    private final Mandates mandates;
    private final ChangeCreditTerms changeCreditTerms;

    CreditTermsPage(
            CreditAccounts accounts, CustomerAccount account, Mandates mandates, ChangeCreditTerms changeCreditTerms) {
        this.accounts = accounts;
        this.account = account;
        this.mandates = mandates;
        this.changeCreditTerms = changeCreditTerms;
    }

    @GetMapping("/customers/{number}/credit-terms")
    String show(@PathVariable CustomerNumber number, Model model) {
        model.addAttribute("number", number);
        model.addAttribute("totals", account.totals(new CustomerAccount.Period(number, null, null)));
        model.addAttribute(
                "mandate",
                mandates.list(Mandates.Filter.of(number.value()), null, 0, 1).stream()
                        .findFirst()
                        .orElse(null));
        model.addAttribute("credit", accounts.find(number).orElse(null));
        model.addAttribute("changes", accounts.changes(number));
        return "payments/credit-terms :: panel";
    }

    @PostMapping("/customers/{number}/credit-terms")
    String agree(
            @PathVariable CustomerNumber number,
            @ModelAttribute CreditTermsInput typed,
            RedirectAttributes flash,
            Locale locale) {
        try {
            return changed(number, typed.read(), flash, locale);
        } catch (InvalidInput wrong) {
            flash.addFlashAttribute("problems", wrong.problems());
            return back(number);
        }
    }

    @PostMapping("/customers/{number}/credit-terms/end")
    String end(@PathVariable CustomerNumber number, RedirectAttributes flash, Locale locale) {
        return changed(number, null, flash, locale);
    }

    private String changed(
            CustomerNumber number, @Nullable CreditTerms terms, RedirectAttributes flash, Locale locale) {
        try {
            changeCreditTerms.change(number, terms);
            flash.addFlashAttribute("done", BilingualText.of("credit.changed").in(locale));
        } catch (Refusal no) {
            flash.addFlashAttribute("refused", no.words().in(locale));
        }
        return back(number);
    }

    private static String back(CustomerNumber number) {
        return "redirect:/customers/" + number;
    }
}

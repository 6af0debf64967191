package jp.otodoke.payments.desk.web;

import java.util.Locale;
import jp.otodoke.payments.PayFromBalance;
import jp.otodoke.platform.pages.PageFrame;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.TextNormalizer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Pays what a customer owes from the customer's balance, from the page of refunds. */
@Controller
class BalancePaymentsPage {
    private final PayFromBalance payFromBalance;
    private final PageFrame pageFrame;

    BalancePaymentsPage(PayFromBalance payFromBalance, PageFrame pageFrame) {
        this.payFromBalance = payFromBalance;
        this.pageFrame = pageFrame;
    }

    @PostMapping("/refunds/balance-payments")
    String pay(@RequestParam String number, RedirectAttributes flash, Locale locale) {
        try {
            var wanted = TextNormalizer.orNull(number);
            if (wanted == null) {
                throw Refusal.notFound("receivable.not-found", "");
            }
            var paid = payFromBalance.pay(ReceivableNumber.of(wanted), pageFrame.user());
            flash.addFlashAttribute(
                    "done", BilingualText.of("balance.paid", wanted, paid).in(locale));
        } catch (Refusal no) {
            flash.addFlashAttribute("refused", no.words().in(locale));
        }
        return "redirect:/refunds";
    }
}

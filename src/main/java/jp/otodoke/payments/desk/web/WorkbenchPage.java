package jp.otodoke.payments.desk.web;

import java.util.List;
import java.util.Locale;
import jp.otodoke.payments.Deposit;
import jp.otodoke.payments.Deposits;
import jp.otodoke.payments.MatchChosenClaims;
import jp.otodoke.platform.data.RetryOnConflict;
import jp.otodoke.platform.pages.PageFrame;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 消込ワークベンチ: the claims that one of the listed deposits may pay, beside the list. */
@Controller
class WorkbenchPage {
    private final Deposits deposits;
    private final WorkbenchClaims claims;
    private final MatchChosenClaims matchChosenClaims;
    private final RetryOnConflict retryOnConflict;
    private final PageFrame pageFrame;

    WorkbenchPage(
            Deposits deposits,
            WorkbenchClaims claims,
            MatchChosenClaims matchChosenClaims,
            RetryOnConflict retryOnConflict,
            PageFrame pageFrame) {
        this.deposits = deposits;
        this.claims = claims;
        this.matchChosenClaims = matchChosenClaims;
        this.retryOnConflict = retryOnConflict;
        this.pageFrame = pageFrame;
    }

    @GetMapping("/deposits/{id}/claims")
    String claims(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "UNMATCHED") String state,
            @RequestParam(defaultValue = "0") long page,
            Model model) {
        claims.show(deposit(id), q, model);
        model.addAttribute("state", DepositPage.state(state));
        model.addAttribute("page", page);
        return "payments/deposit-claims :: panel";
    }

    /**
     * @param number of what is paid, in the order in which it is
     * @param fee whether what is missing then is what the bank has kept
     * @param state of the list that is shown then
     */
    @PostMapping("/deposits/{id}/allocations")
    String match(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable List<ReceivableNumber> number,
            @RequestParam(defaultValue = "false") boolean fee,
            @RequestParam(defaultValue = "UNMATCHED") String state,
            @RequestParam(defaultValue = "0") long page,
            RedirectAttributes flash,
            Locale locale) {
        var chosen = number == null ? List.<ReceivableNumber>of() : number;
        try {
            retryOnConflict.inTransaction(() -> matchChosenClaims.match(id, chosen, fee, pageFrame.user()));
            flash.addFlashAttribute(
                    "done",
                    BilingualText.of("deposits.done", BilingualText.list(chosen))
                            .in(locale));
        } catch (InvalidInput wrong) {
            flash.addFlashAttribute("problems", wrong.problems());
            flash.addAttribute("selected", id);
        } catch (Refusal no) {
            flash.addFlashAttribute("refused", no.words().in(locale));
            flash.addAttribute("selected", id);
        }
        flash.addAttribute("state", state);
        flash.addAttribute("page", page);
        return "redirect:/deposits";
    }

    private Deposit deposit(long id) {
        return deposits.find(id).orElseThrow(() -> Refusal.notFound("deposit.not-found", id));
    }
}

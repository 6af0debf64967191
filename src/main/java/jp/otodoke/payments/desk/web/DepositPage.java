package jp.otodoke.payments.desk.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import jp.otodoke.payments.AllocateToStatement;
import jp.otodoke.payments.ConfirmProposals;
import jp.otodoke.payments.Deposit;
import jp.otodoke.payments.DepositProposals;
import jp.otodoke.payments.Deposits;
import jp.otodoke.payments.MatchDeposits;
import jp.otodoke.payments.PayBackDeposit;
import jp.otodoke.payments.UnmatchDeposits;
import jp.otodoke.platform.pages.ListLimits;
import jp.otodoke.platform.pages.PageFrame;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Lists deposits and matches them to orders manually. */
@Controller
class DepositPage {
    private static final int SIZE = 50;

    private final Deposits deposits;
    private final OpenReceivables claims;
    private final WorkbenchClaims workbench;
    private final MatchDeposits matching;
    private final UnmatchDeposits unmatchDeposits;
    private final AllocateToStatement allocateToStatement;
    private final DepositProposals proposals;
    private final ConfirmProposals confirmProposals;
    private final PayBackDeposit payBack;
    private final PageFrame pageFrame;

    DepositPage(
            Deposits deposits,
            OpenReceivables claims,
            WorkbenchClaims workbench,
            MatchDeposits matching,
            UnmatchDeposits unmatchDeposits,
            AllocateToStatement allocateToStatement,
            DepositProposals proposals,
            ConfirmProposals confirmProposals,
            PayBackDeposit payBack,
            PageFrame pageFrame) {
        this.deposits = deposits;
        this.claims = claims;
        this.workbench = workbench;
        this.matching = matching;
        this.unmatchDeposits = unmatchDeposits;
        this.allocateToStatement = allocateToStatement;
        this.proposals = proposals;
        this.confirmProposals = confirmProposals;
        this.payBack = payBack;
        this.pageFrame = pageFrame;
    }

    /**
     * @param state a state, {@code ALL}, or null for deposits waiting to be matched
     * @param selected the one whose claims are shown beside the list; null for the first
     * @param page as {@link Deposits#page}
     */
    @GetMapping("/deposits")
    String list(
            @RequestParam(defaultValue = "UNMATCHED") String state,
            @RequestParam(required = false) @Nullable Long selected,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(defaultValue = "0") long page,
            Model model) {
        var wanted = state(state);
        var shown = DepositListPart.of(page, SIZE, (from, limit) -> deposits.page(wanted, sort, from, limit));
        var listed = shown.deposits();
        model.addAttribute("deposits", listed);
        model.addAttribute(
                "reasons", proposals.of(listed.stream().map(Deposit::id).toList()));
        var open = listed.stream()
                .filter(deposit -> wanted != null && deposit.open())
                .toList();
        open.stream()
                .filter(deposit -> selected != null && deposit.id() == selected)
                .findFirst()
                .or(() -> open.stream().findFirst())
                .ifPresent(deposit -> workbench.show(deposit, null, model));
        model.addAttribute("state", wanted);
        model.addAttribute("states", Deposit.State.values());
        model.addAttribute("waiting", deposits.count(Deposit.State.UNMATCHED));
        model.addAttribute("proposed", deposits.count(Deposit.State.PROPOSED));
        model.addAttribute("total", total(wanted));
        model.addAttribute("page", page);
        model.addAttribute("previous", shown.previous());
        model.addAttribute("next", shown.next());
        return "payments/deposits";
    }

    /** What is left is counted, however much it is; of the rest only that it is much. */
    private long total(Deposit.@Nullable State state) {
        return state == null || state == Deposit.State.MATCHED
                ? deposits.count(state, ListLimits.MAX + 1)
                : deposits.count(state);
    }

    @GetMapping("/deposits/{id}")
    String show(@PathVariable long id, @RequestParam(required = false) @Nullable String q, Model model) {
        var deposit = deposits.find(id).orElseThrow(() -> Refusal.notFound("deposit.not-found", id));
        model.addAttribute("d", deposit);
        model.addAttribute("matched", deposits.matchedTo(id));
        model.addAttribute("q", q);
        model.addAttribute("claims", deposit.open() ? claims.likely(deposit, q) : List.of());
        model.addAttribute("proposals", proposals.allOf(id));
        return "payments/deposit";
    }

    @PostMapping("/deposits/{id}/allocation")
    String match(
            @PathVariable long id,
            @RequestParam ReceivableNumber number,
            @RequestParam long amount,
            RedirectAttributes flash,
            Locale locale) {
        return change(id, flash, locale, () -> {
            matching.confirm(
                    id,
                    allocateToStatement.spread(List.of(new MatchDeposits.Allocation(number, Yen.of(amount)))),
                    pageFrame.user());
            return BilingualText.of("deposits.done", number);
        });
    }

    @PostMapping("/deposits/{id}/repayment")
    String payBack(@PathVariable long id, @RequestParam String reference, RedirectAttributes flash, Locale locale) {
        return change(id, flash, locale, () -> {
            payBack.payBack(id, reference);
            return BilingualText.of("deposits.paidBack");
        });
    }

    /** @param change returns what it has done */
    private static String change(long id, RedirectAttributes flash, Locale locale, Supplier<BilingualText> change) {
        try {
            flash.addFlashAttribute("done", change.get().in(locale));
        } catch (InvalidInput wrong) {
            flash.addFlashAttribute("problems", wrong.problems());
        } catch (Refusal no) {
            flash.addFlashAttribute("refused", no.words().in(locale));
        }
        return "redirect:/deposits/" + id;
    }

    @PostMapping("/deposits/{id}/undo")
    String undo(@PathVariable long id, RedirectAttributes flash, Locale locale) {
        return change(id, flash, locale, () -> {
            var paid = unmatchDeposits.unmatch(id, pageFrame.user());
            if (paid.isEmpty()) {
                throw Refusal.conflict("deposits.undone.nothing");
            }
            return BilingualText.of("deposits.undone", BilingualText.list(paid));
        });
    }

    @PostMapping("/deposit-batches/{id}/undo")
    String undoBatch(@PathVariable long id, RedirectAttributes flash, Locale locale) {
        tell(unmatchDeposits.unmatchBatch(id, pageFrame.user()), "deposits.batchUndone", flash, locale);
        return "redirect:/deposits";
    }

    /** Confirms all that is proposed. */
    @PostMapping("/deposits/proposals")
    String confirmProposals(RedirectAttributes flash, Locale locale) {
        var confirmed = confirmProposals.confirm(1, pageFrame.user());
        tell(confirmed.matched(), "deposits.confirmedAll", flash, locale);
        if (confirmed.matched() > 0) {
            flash.addFlashAttribute("batch", confirmed.batch());
        }
        return "redirect:/deposits";
    }

    /** Nothing done is said as such, and not in green. */
    private static void tell(int done, String text, RedirectAttributes flash, Locale locale) {
        flash.addFlashAttribute(
                done > 0 ? "done" : "unchanged",
                (done > 0 ? BilingualText.of(text, done) : BilingualText.of("deposits.unchanged")).in(locale));
    }

    @PostMapping("/deposits/match")
    String matchAll(RedirectAttributes flash, Locale locale) {
        var matched = matching.matchAll(pageFrame.user());
        if (matched.matched() > 0) {
            flash.addFlashAttribute(
                    "done",
                    BilingualText.of("deposits.matchedAll", matched.matched()).in(locale));
            flash.addFlashAttribute("batch", matched.batch());
        } else {
            flash.addFlashAttribute(
                    "unchanged", BilingualText.of("deposits.matchedNone").in(locale));
        }
        return "redirect:/deposits";
    }

    static Deposit.@Nullable State state(String text) {
        return Arrays.stream(Deposit.State.values())
                .filter(state -> state.name().equals(text))
                .findFirst()
                .orElse(null);
    }
}

package jp.otodoke.staff.web;

import java.util.Locale;
import jp.otodoke.platform.invariants.CheckInvariants;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.staff.SealAudit;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who did what, when: for those responsible. */
@Controller
class AuditPage {
    private static final int SIZE = 50;
    private static final String CHAIN = "audit-chain";

    private final AuditList entries;
    private final SealAudit seal;
    private final CheckInvariants invariants;

    AuditPage(AuditList entries, SealAudit seal, CheckInvariants invariants) {
        this.entries = entries;
        this.seal = seal;
        this.invariants = invariants;
    }

    @GetMapping("/audit")
    String list(
            @ModelAttribute("filter") AuditFilter filter,
            BindingResult mistakes,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        var total = entries.count(filter);
        var shown = Math.max(0, Math.min(page, (int) ((total - 1) / SIZE)));
        // If a condition cannot be read, binding leaves none in the model.
        model.addAttribute("filter", filter);
        model.addAttribute("entries", entries.page(filter, shown, SIZE));
        model.addAttribute("actions", entries.actions());
        model.addAttribute("total", total);
        model.addAttribute("page", shown);
        model.addAttribute("size", SIZE);
        model.addAttribute("mistyped", mistakes.hasErrors());
        model.addAttribute("head", seal.head());
        return "staff/audit";
    }

    /** Whether anybody changed, removed or inserted an entry. */
    @PostMapping("/audit/check")
    String check(RedirectAttributes after, Locale locale) {
        seal.seal();
        var wrong = invariants.check(CHAIN).violations();
        if (wrong == 0) {
            after.addFlashAttribute(
                    "done",
                    BilingualText.of("audit.chain.holds", seal.head().no()).in(locale));
        } else {
            after.addFlashAttribute(
                    "refused", BilingualText.of("audit.chain.broken", wrong).in(locale));
        }
        return "redirect:/audit";
    }
}

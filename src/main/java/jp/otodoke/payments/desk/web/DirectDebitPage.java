package jp.otodoke.payments.desk.web;

import java.time.LocalDate;
import java.util.Locale;
import jp.otodoke.payments.CollectClaims;
import jp.otodoke.payments.DirectDebits;
import jp.otodoke.platform.pages.PageFrame;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Lists the cycles of direct debits, shows what the next one would collect, and collects it. */
@Controller
class DirectDebitPage {
    private static final int SIZE = 50;

    private final DirectDebits directDebits;
    private final CollectClaims collectClaims;
    private final BusinessClock clock;
    private final PageFrame pageFrame;

    DirectDebitPage(DirectDebits directDebits, CollectClaims collectClaims, BusinessClock clock, PageFrame pageFrame) {
        this.directDebits = directDebits;
        this.collectClaims = collectClaims;
        this.clock = clock;
        this.pageFrame = pageFrame;
    }

    /** @param debitDate of the next cycle, which is shown before it is collected */
    @GetMapping("/direct-debits")
    String list(
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable LocalDate debitDate,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        var total = directDebits.count();
        var shown = shown(page, total);
        model.addAttribute("cycles", directDebits.list(sort, shown * SIZE, SIZE));
        model.addAttribute("today", clock.today());
        model.addAttribute("total", total);
        model.addAttribute("page", shown);
        model.addAttribute("size", SIZE);
        model.addAttribute("debitDate", debitDate);
        if (debitDate != null) {
            try {
                model.addAttribute("preview", collectClaims.preview(debitDate, SIZE));
            } catch (InvalidInput wrong) {
                model.addAttribute("problems", wrong.problems());
            }
        }
        return "payments/direct-debits";
    }

    @GetMapping("/direct-debits/{id}")
    String show(@PathVariable long id, @RequestParam(defaultValue = "0") int page, Model model) {
        var cycle = directDebits.find(id).orElseThrow(() -> Refusal.notFound("direct-debit.not-found", id));
        var shown = shown(page, cycle.claims());
        model.addAttribute("d", cycle);
        model.addAttribute("today", clock.today());
        model.addAttribute("counts", directDebits.counts(id));
        model.addAttribute("claims", directDebits.claims(id, shown * SIZE, SIZE));
        model.addAttribute("page", shown);
        model.addAttribute("size", SIZE);
        return "payments/direct-debit";
    }

    @PostMapping("/direct-debits")
    String collect(@RequestParam LocalDate debitDate, RedirectAttributes flash, Locale locale) {
        try {
            long id = collectClaims.collect(debitDate, pageFrame.user());
            flash.addFlashAttribute(
                    "done", BilingualText.of("direct-debits.collected").in(locale));
            return "redirect:/direct-debits/" + id;
        } catch (InvalidInput wrong) {
            flash.addFlashAttribute("problems", wrong.problems());
        } catch (Refusal no) {
            flash.addFlashAttribute("refused", no.words().in(locale));
        }
        return "redirect:/direct-debits";
    }

    private static int shown(int page, long total) {
        return Math.max(0, Math.min(page, (int) ((total - 1) / SIZE)));
    }
}

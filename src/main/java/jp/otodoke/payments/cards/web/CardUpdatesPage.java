package jp.otodoke.payments.cards.web;

import java.util.Locale;
import jp.otodoke.payments.CardOutcome;
import jp.otodoke.payments.cards.CardUpdate;
import jp.otodoke.payments.cards.CardUpdates;
import jp.otodoke.payments.cards.MakeCardUpdate;
import jp.otodoke.platform.pages.PageFrame;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The updates of cards, and the cards of one. */
@Controller
class CardUpdatesPage {
    private static final int SIZE = 50;

    private final CardUpdates updates;
    private final MakeCardUpdate makeCardUpdate;
    private final PageFrame pageFrame;

    CardUpdatesPage(CardUpdates updates, MakeCardUpdate makeCardUpdate, PageFrame pageFrame) {
        this.updates = updates;
        this.makeCardUpdate = makeCardUpdate;
        this.pageFrame = pageFrame;
    }

    @GetMapping("/card-updates")
    String list(
            @ModelAttribute CardUpdateFilter filter,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        var total = updates.count(filter.stateOf());
        var shown = paged(model, page, total);
        model.addAttribute("updates", updates.list(filter.stateOf(), sort, shown * SIZE, SIZE));
        model.addAttribute("state", filter.stateOf());
        model.addAttribute("states", CardUpdate.State.values());
        return "payments/card-updates";
    }

    @GetMapping("/card-updates/{id:\\d+}")
    String show(
            @PathVariable long id,
            @ModelAttribute CardUpdateFilter filter,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        model.addAttribute("u", updates.get(id));
        var shown = paged(model, page, updates.countCards(id, filter.outcomeOf()));
        model.addAttribute("cards", updates.cards(id, filter.outcomeOf(), sort, shown * SIZE, SIZE));
        model.addAttribute("outcome", filter.outcomeOf());
        model.addAttribute("outcomes", CardOutcome.values());
        return "payments/card-update-cards";
    }

    @PostMapping("/card-updates")
    String make(RedirectAttributes flash, Locale locale) {
        try {
            long id = makeCardUpdate.make(pageFrame.user());
            flash.addFlashAttribute(
                    "done", BilingualText.of("card-updates.made-now").in(locale));
            return "redirect:/card-updates/" + id;
        } catch (Refusal no) {
            flash.addFlashAttribute("refused", no.words().in(locale));
            return "redirect:/card-updates";
        }
    }

    private static int paged(Model model, int page, long total) {
        var shown = Math.max(0, Math.min(page, (int) ((total - 1) / SIZE)));
        model.addAttribute("total", total);
        model.addAttribute("page", shown);
        model.addAttribute("size", SIZE);
        return shown;
    }
}

package jp.otodoke.payments.cards.web;

import jp.otodoke.payments.cards.KeptCard;
import jp.otodoke.payments.cards.KeptCards;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** Lists the cards of customers: what can be charged, and what can't for much longer. */
@Controller
class CardsPage {
    private static final int SIZE = 50;

    private final KeptCards cards;

    CardsPage(KeptCards cards) {
        this.cards = cards;
    }

    @GetMapping("/cards")
    String list(
            @ModelAttribute CardFilter filter,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        var total = cards.count(filter.read());
        var shown = Math.max(0, Math.min(page, (int) ((total - 1) / SIZE)));
        model.addAttribute("cards", cards.list(filter.read(), sort, shown * SIZE, SIZE));
        model.addAttribute("total", total);
        model.addAttribute("page", shown);
        model.addAttribute("size", SIZE);
        model.addAttribute("filter", filter);
        model.addAttribute("state", filter.stateOf());
        model.addAttribute("states", KeptCard.State.values());
        return "payments/cards";
    }
}

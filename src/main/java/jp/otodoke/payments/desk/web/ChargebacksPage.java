package jp.otodoke.payments.desk.web;

import jp.otodoke.payments.Chargeback;
import jp.otodoke.payments.Chargebacks;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** Lists what card companies have taken back, the latest first, with what became of it. */
@Controller
class ChargebacksPage {
    private static final int SIZE = 50;

    private final Chargebacks chargebacks;

    ChargebacksPage(Chargebacks chargebacks) {
        this.chargebacks = chargebacks;
    }

    @GetMapping("/payments/chargebacks")
    String list(
            @ModelAttribute ChargebackFilter filter,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        var total = chargebacks.count(filter.read());
        var shown = Math.max(0, Math.min(page, (int) ((total - 1) / SIZE)));
        model.addAttribute("chargebacks", chargebacks.list(filter.read(), sort, shown * SIZE, SIZE));
        model.addAttribute("total", total);
        model.addAttribute("page", shown);
        model.addAttribute("size", SIZE);
        model.addAttribute("filter", filter);
        model.addAttribute("state", filter.stateOf());
        model.addAttribute("states", Chargeback.State.values());
        return "payments/chargebacks";
    }
}

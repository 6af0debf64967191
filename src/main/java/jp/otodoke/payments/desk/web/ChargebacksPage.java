package jp.otodoke.payments.desk.web;

import jp.otodoke.payments.Chargebacks;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
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
    String list(@RequestParam(defaultValue = "0") int page, Model model) {
        int shown = Math.min(Math.max(page, 0), 10_000);
        var all = chargebacks.latest(shown * SIZE, SIZE + 1);
        model.addAttribute("chargebacks", all.stream().limit(SIZE).toList());
        model.addAttribute("next", all.size() > SIZE ? shown + 1 : null);
        return "payments/chargebacks";
    }
}

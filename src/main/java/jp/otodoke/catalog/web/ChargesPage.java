package jp.otodoke.catalog.web;

import jp.otodoke.catalog.sql.ChargesList;
import jp.otodoke.shared.BusinessClock;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Shipping, fees and taxes over time, to be read. */
@Controller
class ChargesPage {
    private final ChargesList charges;
    private final BusinessClock clock;

    ChargesPage(ChargesList charges, BusinessClock clock) {
        this.charges = charges;
        this.clock = clock;
    }

    @GetMapping("/products/charges")
    String show(Model model) {
        model.addAttribute("shippingFees", charges.shippingFees());
        model.addAttribute("freeOver", charges.freeOver());
        model.addAttribute("codFees", charges.codFees());
        model.addAttribute("taxRates", charges.taxRates());
        model.addAttribute("today", clock.today());
        return "catalog/charges";
    }
}

package jp.otodoke.customers.web;

import jp.otodoke.customers.PostalCodes;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Fills prefecture, city and town of a form from its postal code. */
@Controller
class PostalCodePage {
    private final PostalCodes postalCodes;

    PostalCodePage(PostalCodes postalCodes) {
        this.postalCodes = postalCodes;
    }

    @GetMapping("/postal-codes")
    String areas(@RequestParam(defaultValue = "") String postalCode, Model model) {
        model.addAttribute("areas", postalCodes.find(postalCode));
        model.addAttribute("asked", !postalCode.isBlank());
        return "customers/postal :: areas";
    }
}

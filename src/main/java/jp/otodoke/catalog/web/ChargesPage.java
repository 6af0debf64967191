package jp.otodoke.catalog.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import jp.otodoke.catalog.ChangeWrappingFee;
import jp.otodoke.catalog.sql.ChargesList;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.TextNormalizer;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Shipping, fees and taxes over time; what wrapping costs is changed here. */
@Controller
class ChargesPage {
    private final ChargesList charges;
    private final ChangeWrappingFee changeWrappingFee;
    private final BusinessClock clock;

    ChargesPage(ChargesList charges, ChangeWrappingFee changeWrappingFee, BusinessClock clock) {
        this.charges = charges;
        this.changeWrappingFee = changeWrappingFee;
        this.clock = clock;
    }

    @GetMapping("/products/charges")
    String show(Model model) {
        model.addAttribute("shippingFees", charges.shippingFees());
        model.addAttribute("freeOver", charges.freeOver());
        model.addAttribute("codFees", charges.codFees());
        model.addAttribute("wrappingFees", charges.wrappingFees());
        model.addAttribute("taxRates", charges.taxRates());
        model.addAttribute("today", clock.today());
        return "catalog/charges";
    }

    @PostMapping("/products/charges/wrapping")
    String changeWrapping(
            @RequestParam(defaultValue = "") String validFrom,
            @RequestParam(defaultValue = "") String amount,
            Model model,
            RedirectAttributes flash) {
        try {
            changeWrappingFee.change(day(validFrom), yen(amount));
        } catch (InvalidInput wrong) {
            model.addAttribute(
                    "problems",
                    wrong.problems().stream()
                            .map(p -> new FieldProblem(
                                    p.field(),
                                    p.code(),
                                    BilingualText.of("charges.wrapping." + p.field() + "." + p.code())))
                            .toList());
            model.addAttribute("validFrom", validFrom);
            model.addAttribute("amount", amount);
            return show(model);
        }
        flash.addFlashAttribute("done", text("charges.wrapping.changed"));
        return "redirect:/products/charges";
    }

    private static @Nullable LocalDate day(String typed) {
        try {
            return LocalDate.parse(TextNormalizer.clean(typed).replace('/', '-'));
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static @Nullable Yen yen(String typed) {
        var digits = TextNormalizer.clean(typed).replaceAll("[¥,円]", "");
        return digits.matches("\\d{1,9}") ? Yen.of(Long.parseLong(digits)) : null;
    }

    private String text(String key) {
        return BilingualText.of(key).in(LocaleContextHolder.getLocale());
    }
}

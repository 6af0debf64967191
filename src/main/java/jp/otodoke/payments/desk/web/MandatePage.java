package jp.otodoke.payments.desk.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import jp.otodoke.payments.Mandate;
import jp.otodoke.payments.Mandates;
import jp.otodoke.payments.NewMandate;
import jp.otodoke.payments.RegisterMandate;
import jp.otodoke.platform.pages.PageFrame;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.TextNormalizer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Lists mandates, of one customer or of all, and registers new ones. */
@Controller
class MandatePage {
    private static final int SIZE = 50;
    private static final List<String> TYPES = List.of("1", "2", "3", "9");

    private final Mandates mandates;
    private final RegisterMandate registerMandate;
    private final PageFrame pageFrame;

    MandatePage(Mandates mandates, RegisterMandate registerMandate, PageFrame pageFrame) {
        this.mandates = mandates;
        this.registerMandate = registerMandate;
        this.pageFrame = pageFrame;
    }

    @GetMapping("/mandates")
    String list(
            @ModelAttribute MandateFilter filter,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        var wanted = filter.read();
        var total = mandates.count(wanted);
        var shown = Math.max(0, Math.min(page, (int) ((total - 1) / SIZE)));
        model.addAttribute("mandates", mandates.list(wanted, sort, shown * SIZE, SIZE));
        model.addAttribute("state", wanted.state());
        model.addAttribute("states", Mandate.State.values());
        model.addAttribute("total", total);
        model.addAttribute("page", shown);
        model.addAttribute("size", SIZE);
        model.addAttribute("customer", wanted.customer());
        model.addAttribute("types", TYPES);
        return "payments/mandates";
    }

    /** What was typed is shown again if it is refused, but for the number of the account, which no session keeps. */
    @PostMapping("/mandates")
    String register(@ModelAttribute NewMandate typed, RedirectAttributes flash, Locale locale) {
        try {
            registerMandate.register(typed, pageFrame.user());
            flash.addFlashAttribute(
                    "done", BilingualText.of("mandates.registered").in(locale));
        } catch (InvalidInput wrong) {
            flash.addFlashAttribute("problems", wrong.problems());
            flash.addFlashAttribute(
                    "typed",
                    Map.of(
                            "customer", TextNormalizer.clean(typed.customer()),
                            "bankCode", TextNormalizer.clean(typed.bankCode()),
                            "branchCode", TextNormalizer.clean(typed.branchCode()),
                            "accountType", TextNormalizer.clean(typed.accountType()),
                            "holderKana", TextNormalizer.clean(typed.holderKana())));
        }
        return "redirect:/mandates";
    }
}

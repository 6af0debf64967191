package jp.otodoke.loyalty.web;

import java.util.List;
import java.util.Locale;
import jp.otodoke.customers.FindCustomer;
import jp.otodoke.loyalty.AdjustPoints;
import jp.otodoke.loyalty.PointBalances;
import jp.otodoke.loyalty.PointMovements;
import jp.otodoke.platform.pages.ListLimits;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.TextNormalizer;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The points of a customer: how many there are, and how they moved. */
@Controller
@RequestMapping("/customers/{number}/points")
class CustomerPointsPage {
    private static final int SIZE = 50;
    private static final int IN_PANEL = 5;

    private final FindCustomer customers;
    private final PointBalances balances;
    private final PointMovements movements;
    private final AdjustPoints adjustPoints;

    CustomerPointsPage(
            FindCustomer customers, PointBalances balances, PointMovements movements, AdjustPoints adjustPoints) {
        this.customers = customers;
        this.balances = balances;
        this.movements = movements;
        this.adjustPoints = adjustPoints;
    }

    @GetMapping
    String show(
            @PathVariable CustomerNumber number,
            @RequestParam(defaultValue = "0") int page,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Model model) {
        var total = movements.count(number);
        var shown = ListLimits.page(page, total, SIZE);
        model.addAttribute(
                "card", customers.find(number).orElseThrow(() -> Refusal.notFound("customer.refused.unknown", number)));
        model.addAttribute("balance", balances.of(number));
        model.addAttribute("movements", movements.of(number, shown * SIZE, htmx == null ? SIZE : IN_PANEL));
        model.addAttribute("total", total);
        model.addAttribute("page", shown);
        model.addAttribute("size", SIZE);
        return htmx == null ? "loyalty/points" : "loyalty/points :: panel";
    }

    @PostMapping
    String adjust(
            @PathVariable CustomerNumber number,
            @RequestParam(defaultValue = "") String points,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes after,
            Locale locale) {
        try {
            var amount = amount(points);
            adjustPoints.adjust(number, amount, reason);
            after.addFlashAttribute(
                    "done", BilingualText.of("points.adjusted", amount.amount()).in(locale));
        } catch (InvalidInput mistakes) {
            after.addFlashAttribute("problems", mistakes.problems());
            after.addFlashAttribute("typedPoints", points);
            after.addFlashAttribute("typedReason", reason);
        }
        return "redirect:/customers/" + number + "/points";
    }

    private static Yen amount(String typed) {
        var digits = TextNormalizer.clean(typed).replaceAll("[\\p{Pd}−▲]", "-").replace(",", "");
        if (!digits.matches("[-+]?\\d{1,9}")) {
            throw new InvalidInput(List.of(
                    new FieldProblem("points", "invalid", BilingualText.of("points.problem.amount", 1_000_000))));
        }
        return Yen.of(Long.parseLong(digits));
    }
}

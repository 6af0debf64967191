package jp.otodoke.payments.desk.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jp.otodoke.payments.ChargeReceivable;
import jp.otodoke.payments.NewReceivable;
import jp.otodoke.payments.OpenItems;
import jp.otodoke.payments.PaymentStatus;
import jp.otodoke.payments.ReceivableKind;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.TextNormalizer;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Lists what customers owe without an order, and charges them for it. */
@Controller
class ReceivablesPage {
    private static final int SIZE = 50;
    private static final List<ReceivableKind> KINDS =
            List.of(ReceivableKind.DUE, ReceivableKind.INVOICE, ReceivableKind.FEE);

    private final OpenItems items;
    private final ChargeReceivable chargeReceivable;

    ReceivablesPage(OpenItems items, ChargeReceivable chargeReceivable) {
        this.items = items;
        this.chargeReceivable = chargeReceivable;
    }

    /**
     * @param status null for all
     * @param number shows this one alone
     */
    @GetMapping("/receivables")
    String list(
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String customer,
            @RequestParam(required = false) @Nullable String number,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        var wanted = status(status);
        var filter = new OpenItems.Filter(null, true, TextNormalizer.orNull(customer), wanted);
        if (TextNormalizer.orNull(number) != null) {
            var one = items.find(ReceivableNumber.of(String.valueOf(number))).stream()
                    .toList();
            model.addAttribute("items", one);
            model.addAttribute("total", one.size());
            model.addAttribute("page", 0);
        } else {
            var total = items.count(filter);
            var shown = Math.max(0, Math.min(page, (int) ((total - 1) / SIZE)));
            model.addAttribute("items", items.list(filter, sort, shown * SIZE, SIZE));
            model.addAttribute("total", total);
            model.addAttribute("page", shown);
        }
        model.addAttribute("size", SIZE);
        model.addAttribute("status", wanted);
        model.addAttribute("statuses", List.of(PaymentStatus.PENDING, PaymentStatus.PARTLY_PAID, PaymentStatus.PAID));
        model.addAttribute("customer", customer);
        model.addAttribute("kinds", KINDS);
        return "payments/receivables";
    }

    /** What was typed is shown again if it is refused. */
    @PostMapping("/receivables")
    String charge(
            @RequestParam String customer,
            @RequestParam ReceivableKind kind,
            @RequestParam long amount,
            @RequestParam int taxRate,
            @RequestParam LocalDate dueDate,
            RedirectAttributes flash,
            Locale locale) {
        try {
            var number = chargeReceivable.charge(
                    new NewReceivable(customer(customer), kind, Yen.of(amount), taxRate, dueDate));
            flash.addFlashAttribute(
                    "done", BilingualText.of("receivables.charged", number).in(locale));
        } catch (InvalidInput wrong) {
            flash.addFlashAttribute("problems", wrong.problems());
            flash.addFlashAttribute(
                    "typed",
                    Map.of(
                            "customer", customer,
                            "kind", kind.name(),
                            "amount", amount,
                            "taxRate", String.valueOf(taxRate),
                            "dueDate", dueDate));
        }
        return "redirect:/receivables";
    }

    private static CustomerNumber customer(String typed) {
        if (TextNormalizer.blank(typed)) {
            throw new InvalidInput("customer", "required", BilingualText.of("receivable.problem.required"));
        }
        return CustomerNumber.of(TextNormalizer.clean(typed));
    }

    static @Nullable PaymentStatus status(@Nullable String text) {
        return Arrays.stream(PaymentStatus.values())
                .filter(status -> status.name().equals(text))
                .findFirst()
                .orElse(null);
    }
}

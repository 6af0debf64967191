package jp.otodoke.payments.desk.web;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import jp.otodoke.payments.ApproveRefund;
import jp.otodoke.payments.AskForRefund;
import jp.otodoke.payments.FindRefunds;
import jp.otodoke.payments.GivePayeeAccount;
import jp.otodoke.payments.NewRefund;
import jp.otodoke.payments.PayeeAccount;
import jp.otodoke.payments.RecordReturnedTransfer;
import jp.otodoke.payments.RefundEntry;
import jp.otodoke.payments.RejectRefund;
import jp.otodoke.platform.pages.PageFrame;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.TextNormalizer;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Lists refunds, asks for them, and decides about each. */
@Controller
class RefundsPage {
    private static final int SIZE = 50;
    private static final String OF_ACCOUNT = "account.";

    private final FindRefunds refunds;
    private final AskForRefund askForRefund;
    private final ApproveRefund approveRefund;
    private final RejectRefund rejectRefund;
    private final GivePayeeAccount givePayeeAccount;
    private final RecordReturnedTransfer recordReturnedTransfer;
    private final PageFrame pageFrame;

    RefundsPage(
            FindRefunds refunds,
            AskForRefund askForRefund,
            ApproveRefund approveRefund,
            RejectRefund rejectRefund,
            GivePayeeAccount givePayeeAccount,
            RecordReturnedTransfer recordReturnedTransfer,
            PageFrame pageFrame) {
        this.refunds = refunds;
        this.askForRefund = askForRefund;
        this.approveRefund = approveRefund;
        this.rejectRefund = rejectRefund;
        this.givePayeeAccount = givePayeeAccount;
        this.recordReturnedTransfer = recordReturnedTransfer;
        this.pageFrame = pageFrame;
    }

    /** @param status a status, or null for all */
    @GetMapping("/refunds")
    String list(
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String route,
            @RequestParam(required = false) @Nullable String order,
            @RequestParam(defaultValue = "false") boolean lacksAccount,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        var wanted = one(RefundEntry.Status.values(), status);
        var way = one(RefundEntry.Route.values(), route);
        var filter = new FindRefunds.Filter(wanted, way, TextNormalizer.orNull(order), lacksAccount);
        var total = refunds.count(filter);
        var shown = Math.max(0, Math.min(page, (int) ((total - 1) / SIZE)));
        model.addAttribute("refunds", refunds.list(filter, sort, shown * SIZE, SIZE));
        model.addAttribute("total", total);
        model.addAttribute("page", shown);
        model.addAttribute("size", SIZE);
        model.addAttribute("status", wanted);
        model.addAttribute("statuses", RefundEntry.Status.values());
        model.addAttribute("route", way);
        model.addAttribute("routes", RefundEntry.Route.values());
        model.addAttribute("order", order);
        model.addAttribute("lacksAccount", lacksAccount);
        return "payments/refunds";
    }

    @GetMapping("/refunds/{id}")
    String show(@PathVariable long id, Model model) {
        var refund = refunds.find(id).orElseThrow(() -> Refusal.notFound("refund.not-found", id));
        model.addAttribute("r", refund);
        model.addAttribute("mine", refund.requestedBy().equals(pageFrame.user()));
        return "payments/refund";
    }

    /** What was typed is shown again if it is refused. */
    @PostMapping("/refunds")
    String ask(@RequestParam Map<String, String> typed, RedirectAttributes flash, Locale locale) {
        try {
            var made = askForRefund.ask(asked(typed), pageFrame.user());
            flash.addFlashAttribute(
                    "done",
                    BilingualText.of("refunds.asked." + made.status(), made.amount())
                            .in(locale));
            return "redirect:/refunds/" + made.id();
        } catch (InvalidInput wrong) {
            flash.addFlashAttribute("problems", wrong.problems());
        } catch (Refusal no) {
            flash.addFlashAttribute("refused", no.words().in(locale));
        }
        flash.addFlashAttribute("typed", shownAgain(typed));
        return "redirect:/refunds";
    }

    /** All but the customer's account, which no session stores. */
    private static Map<String, String> shownAgain(Map<String, String> typed) {
        var shown = new HashMap<>(typed);
        shown.keySet().retainAll(List.of("orderNumber", "amount", "route", "reason"));
        return shown;
    }

    @PostMapping("/refunds/{id}/approval")
    String approve(@PathVariable long id, RedirectAttributes flash, Locale locale) {
        return change(id, flash, locale, () -> {
            approveRefund.approve(id, pageFrame.user());
            return "refunds.approved";
        });
    }

    @PostMapping("/refunds/{id}/rejection")
    String reject(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String reason,
            RedirectAttributes flash,
            Locale locale) {
        return change(id, flash, locale, () -> {
            rejectRefund.reject(id, reason, pageFrame.user());
            return "refunds.rejected";
        });
    }

    @PostMapping("/refunds/{id}/account")
    String account(
            @PathVariable long id, @RequestParam Map<String, String> typed, RedirectAttributes flash, Locale locale) {
        return change(id, flash, locale, () -> {
            givePayeeAccount.give(id, account("", typed), pageFrame.user());
            return "refunds.accountGiven";
        });
    }

    @PostMapping("/refunds/{id}/return")
    String returned(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String note,
            RedirectAttributes flash,
            Locale locale) {
        return change(id, flash, locale, () -> {
            recordReturnedTransfer.returned(id, note, pageFrame.user());
            return "refunds.returned";
        });
    }

    /** @param change returns the key of what it has done */
    private static String change(long id, RedirectAttributes flash, Locale locale, Supplier<String> change) {
        try {
            flash.addFlashAttribute("done", BilingualText.of(change.get()).in(locale));
        } catch (InvalidInput wrong) {
            flash.addFlashAttribute("problems", wrong.problems());
        } catch (Refusal no) {
            flash.addFlashAttribute("refused", no.words().in(locale));
        }
        return "redirect:/refunds/" + id;
    }

    private static NewRefund asked(Map<String, String> typed) {
        var route = one(RefundEntry.Route.values(), typed.get("route"));
        var order = TextNormalizer.orNull(typed.get("orderNumber"));
        var amount = TextNormalizer.digits(typed.get("amount"));
        if (route == null || order == null || !amount.matches("\\d{1,9}")) {
            throw new InvalidInput(
                    order == null ? "orderNumber" : "amount", "required", BilingualText.of("refund.problem.form"));
        }
        return new NewRefund(
                OrderNumber.of(order),
                Yen.of(Long.parseLong(amount)),
                route,
                TextNormalizer.clean(typed.get("reason")),
                route == RefundEntry.Route.TRANSFER && filled(typed) ? account(OF_ACCOUNT, typed) : null);
    }

    private static boolean filled(Map<String, String> typed) {
        return List.of("bankCode", "branchCode", "accountNumber", "holderKana").stream()
                .anyMatch(name -> !TextNormalizer.blank(typed.get(name)));
    }

    private static PayeeAccount account(String prefix, Map<String, String> typed) {
        return PayeeAccount.read(
                prefix,
                typed.get("bankCode"),
                typed.get("branchCode"),
                typed.get("accountType"),
                typed.get("accountNumber"),
                typed.get("holderKana"));
    }

    static <E extends Enum<E>> @Nullable E one(E[] all, @Nullable String name) {
        return Arrays.stream(all)
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}

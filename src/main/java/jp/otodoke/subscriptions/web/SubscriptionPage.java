package jp.otodoke.subscriptions.web;

import java.time.DayOfWeek;
import java.util.Map;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.platform.pages.ListLimits;
import jp.otodoke.platform.web.FlashMessages;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Prefectures;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.TextNormalizer;
import jp.otodoke.shared.TimeSlot;
import jp.otodoke.staff.AuditTrail;
import jp.otodoke.staff.CurrentStaff;
import jp.otodoke.staff.Permission;
import jp.otodoke.subscriptions.ChangeSubscription;
import jp.otodoke.subscriptions.FindSubscriptions;
import jp.otodoke.subscriptions.Scope;
import jp.otodoke.subscriptions.SubscriptionHistory;
import jp.otodoke.subscriptions.SubscriptionNumber;
import jp.otodoke.subscriptions.SubscriptionState;
import jp.otodoke.subscriptions.Subscriptions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The list of subscriptions, and each as a time line with what can be wished about it. */
@Controller
@RequestMapping("/subscriptions")
class SubscriptionPage {
    private static final int SIZE = 50;
    private static final int PAST = 60;
    private static final int COMING = 12;
    private static final int CHANGES = 100;

    private final FindSubscriptions find;
    private final Subscriptions subscriptions;
    private final SubscriptionHistory history;
    private final ChangeSubscription change;
    private final ReadSubscription read;
    private final FlashMessages messages;
    private final AuditTrail audit;
    private final CurrentStaff staff;
    private final BusinessClock clock;

    SubscriptionPage(
            FindSubscriptions find,
            Subscriptions subscriptions,
            SubscriptionHistory history,
            ChangeSubscription change,
            ReadSubscription read,
            FlashMessages messages,
            AuditTrail audit,
            CurrentStaff staff,
            BusinessClock clock) {
        this.find = find;
        this.subscriptions = subscriptions;
        this.history = history;
        this.change = change;
        this.read = read;
        this.messages = messages;
        this.audit = audit;
        this.staff = staff;
        this.clock = clock;
    }

    @GetMapping
    String list(
            @RequestParam Map<String, String> asked,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        var filter = SubscriptionFilter.of(asked, staff.may(Permission.PERSONAL_VIEW));
        var total = find.count(filter);
        var shown = ListLimits.page(page, total, SIZE);
        model.addAttribute("rows", find.list(filter, sort, shown * SIZE, SIZE));
        model.addAttribute("total", total);
        model.addAttribute("page", shown);
        model.addAttribute("size", SIZE);
        model.addAttribute("filter", filter);
        model.addAttribute("states", SubscriptionState.values());
        model.addAttribute("methods", PaymentMethod.values());
        return "subscriptions/list";
    }

    @GetMapping("/{number}")
    String show(@PathVariable SubscriptionNumber number, Model model) {
        var one = subscriptions.get(number);
        audit.record("customer-opened", one.customer().value(), "subscription " + number);
        var past = history.turns(number, PAST);
        var coming = one.coming(COMING);
        model.addAttribute("one", one);
        model.addAttribute("row", find.find(number).orElseThrow());
        model.addAttribute("past", past);
        model.addAttribute("coming", coming);
        model.addAttribute("line", TurnLine.of(past, coming, clock.today()));
        model.addAttribute("changes", history.changes(number, CHANGES));
        model.addAttribute("personal", staff.may(Permission.PERSONAL_VIEW));
        model.addAttribute("scopes", Scope.values());
        model.addAttribute("slots", TimeSlot.values());
        model.addAttribute("methods", PaymentMethod.values());
        model.addAttribute("weekdays", DayOfWeek.values());
        model.addAttribute("prefectures", Prefectures.ALL);
        return "subscriptions/show";
    }

    /** What would become of the turns; nothing is saved. */
    @GetMapping("/{number}/change")
    String effect(
            @PathVariable SubscriptionNumber number,
            WishForm form,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            RedirectAttributes flash) {
        var one = subscriptions.get(number);
        try {
            model.addAttribute("effect", change.preview(number, form.change(change, read, one.customer()), COMING));
        } catch (Refusal no) {
            flash.addFlashAttribute("refused", messages.localized(no.words()));
            return "redirect:/subscriptions/" + number;
        } catch (InvalidInput wrong) {
            flash.addFlashAttribute("problems", wrong.problems());
            return "redirect:/subscriptions/" + number;
        }
        model.addAttribute("number", number);
        model.addAttribute("form", form);
        var again = new LinkedMultiValueMap<>(typed);
        again.remove("reason");
        model.addAttribute("typed", again);
        return "subscriptions/effect";
    }

    @PostMapping("/{number}/change")
    String change(@PathVariable SubscriptionNumber number, WishForm form, RedirectAttributes flash) {
        var one = subscriptions.get(number);
        messages.show(flash, () -> {
            change.change(
                    number,
                    form.change(change, read, one.customer()),
                    TextNormalizer.orNull(form.reason()),
                    staff.name());
            return "subscriptions.changed";
        });
        return "redirect:/subscriptions/" + number;
    }

    @PostMapping("/{number}/reserved/{id}/withdraw")
    String withdraw(@PathVariable SubscriptionNumber number, @PathVariable long id, RedirectAttributes flash) {
        messages.show(flash, () -> {
            change.change(number, change.withdraw(id), null, staff.name());
            return "subscriptions.withdrawn";
        });
        return "redirect:/subscriptions/" + number;
    }
}

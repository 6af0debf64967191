package jp.otodoke.subscriptions.web;

import java.time.DayOfWeek;
import java.util.List;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.platform.web.FlashMessages;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.TimeSlot;
import jp.otodoke.staff.AuditTrail;
import jp.otodoke.staff.CurrentStaff;
import jp.otodoke.subscriptions.PreviewSchedule;
import jp.otodoke.subscriptions.StartSubscription;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Starts a subscription by hand, with its next dates shown before anything is saved. */
@Controller
@RequestMapping("/subscriptions/new")
class SubscriptionStartPage {
    private static final int DATES = 12;

    private final PreviewSchedule preview;
    private final StartSubscription start;
    private final ReadSubscription read;
    private final FlashMessages messages;
    private final CurrentStaff staff;

    SubscriptionStartPage(
            PreviewSchedule preview,
            StartSubscription start,
            ReadSubscription read,
            FlashMessages messages,
            CurrentStaff staff) {
        this.preview = preview;
        this.start = start;
        this.read = read;
        this.messages = messages;
        this.staff = staff;
    }

    @GetMapping
    String form(StartForm form, Model model) {
        return filled(form, model);
    }

    /** The dates of what is typed; nothing is saved. */
    @PostMapping("/dates")
    String dates(StartForm form, Model model) {
        AuditTrail.needsNoEntry();
        try {
            var asked = read.start(form.asked());
            model.addAttribute("turns", preview.preview(asked.rule(), asked.first(), DATES, null));
        } catch (InvalidInput wrong) {
            model.addAttribute("problems", wrong.problems());
        } catch (Refusal no) {
            model.addAttribute("refused", messages.localized(no.words()));
        }
        return filled(form, model);
    }

    @PostMapping
    String start(StartForm form, Model model, RedirectAttributes flash) {
        try {
            var number = start.start(read.start(form.asked()), staff.name());
            flash.addFlashAttribute("done", messages.text("subscriptions.started", number));
            return "redirect:/subscriptions/" + number;
        } catch (InvalidInput wrong) {
            model.addAttribute("problems", wrong.problems());
        } catch (Refusal no) {
            model.addAttribute("refused", messages.localized(no.words()));
        }
        return filled(form, model);
    }

    private static String filled(StartForm form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("types", List.of("DAYS", "MONTHS", "NTH_WEEKDAY", "DATES", "GAPS"));
        model.addAttribute("weekdays", DayOfWeek.values());
        model.addAttribute("methods", PaymentMethod.values());
        model.addAttribute("slots", TimeSlot.values());
        return "subscriptions/start";
    }
}

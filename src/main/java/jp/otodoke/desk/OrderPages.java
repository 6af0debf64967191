package jp.otodoke.desk;

import java.util.Locale;
import jp.otodoke.fulfilment.ChangeRequests;
import jp.otodoke.fulfilment.RequestCancel;
import jp.otodoke.shared.pages.Frame;
import jp.otodoke.staff.AuditTrail;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One order, and what can be done to it as a whole. */
@Controller
class OrderPages {
    private final ShowOrder orders;
    private final OrderSentence sentence;
    private final RequestCancel cancel;
    private final ChangeRequests changes;
    private final Frame frame;
    private final Answers answers;
    private final AuditTrail audit;

    OrderPages(
            ShowOrder orders,
            OrderSentence sentence,
            RequestCancel cancel,
            ChangeRequests changes,
            Frame frame,
            Answers answers,
            AuditTrail audit) {
        this.orders = orders;
        this.sentence = sentence;
        this.cancel = cancel;
        this.changes = changes;
        this.frame = frame;
        this.answers = answers;
        this.audit = audit;
    }

    @GetMapping("/orders/{number:A[0-9]+}")
    String show(@PathVariable String number, Model model, Locale locale) {
        var page = orders.show(number);
        if (page.customer() != null) {
            audit.record("customer-seen", page.customer().number(), number);
        }
        return page(page, model, locale);
    }

    /** The same page for whoever has it open: they have seen the customer already. */
    @GetMapping("/orders/{number:A[0-9]+}/now")
    String now(@PathVariable String number, Model model, Locale locale) {
        return page(orders.show(number), model, locale);
    }

    /** Differs from what the page was read with as soon as there is something new to show. */
    @GetMapping("/orders/{number:A[0-9]+}/mark")
    @ResponseBody
    String mark(@PathVariable String number) {
        return orders.mark(number);
    }

    private String page(OrderPage page, Model model, Locale locale) {
        model.addAttribute("mark", orders.mark(page.number()));
        model.addAttribute("o", page);
        model.addAttribute("sentence", sentence.of(page, locale));
        return "desk/order";
    }

    @PostMapping("/orders/{number}/cancel")
    String cancel(@PathVariable String number, @RequestParam String reason, RedirectAttributes flash) {
        answers.tell(
                flash,
                () -> cancel.request(number, reason.strip(), frame.user()) == RequestCancel.Outcome.CANCELLED
                        ? "order.done.cancelled"
                        : "order.done.cancelAsked");
        return "redirect:/orders/" + number;
    }

    @PostMapping("/orders/{number}/hold")
    String hold(@PathVariable String number, @RequestParam String reason, RedirectAttributes flash) {
        answers.tell(flash, () -> {
            changes.hold(number, reason.strip(), frame.user());
            return "order.done.held";
        });
        return "redirect:/orders/" + number;
    }

    @PostMapping("/orders/{number}/release")
    String release(@PathVariable String number, RedirectAttributes flash) {
        answers.tell(flash, () -> {
            changes.release(number, frame.user());
            return "order.done.released";
        });
        return "redirect:/orders/" + number;
    }
}

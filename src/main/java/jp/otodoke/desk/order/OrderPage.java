package jp.otodoke.desk.order;

import java.util.Locale;
import jp.otodoke.fulfilment.ChangeRequests;
import jp.otodoke.fulfilment.RequestOrderCancel;
import jp.otodoke.platform.pages.PageFrame;
import jp.otodoke.platform.web.FlashMessages;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.staff.AuditTrail;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One order, and the actions on it as a whole. */
@Controller
class OrderPage {
    private final LoadOrderView orders;
    private final OrderSentence sentence;
    private final RequestOrderCancel cancel;
    private final ChangeRequests changes;
    private final PageFrame pageFrame;
    private final FlashMessages flashMessages;
    private final AuditTrail audit;

    OrderPage(
            LoadOrderView orders,
            OrderSentence sentence,
            RequestOrderCancel cancel,
            ChangeRequests changes,
            PageFrame pageFrame,
            FlashMessages flashMessages,
            AuditTrail audit) {
        this.orders = orders;
        this.sentence = sentence;
        this.cancel = cancel;
        this.changes = changes;
        this.pageFrame = pageFrame;
        this.flashMessages = flashMessages;
        this.audit = audit;
    }

    @GetMapping("/orders/{number:A[0-9]+}")
    String show(@PathVariable OrderNumber number, Model model, Locale locale) {
        var page = orders.show(number);
        if (page.customer() != null) {
            audit.record("customer-seen", page.customer().number().value(), number.value());
        }
        return page(page, model, locale);
    }

    /** The page of an order that is already open: viewing the customer is already recorded. */
    @GetMapping("/orders/{number:A[0-9]+}/now")
    String now(@PathVariable OrderNumber number, Model model, Locale locale) {
        return page(orders.show(number), model, locale);
    }

    /** Differs from the value of the displayed page as soon as there is something new to show. */
    @GetMapping("/orders/{number:A[0-9]+}/mark")
    @ResponseBody
    String mark(@PathVariable OrderNumber number) {
        return orders.mark(number);
    }

    private String page(OrderView page, Model model, Locale locale) {
        model.addAttribute("mark", orders.mark(page.number()));
        model.addAttribute("o", page);
        model.addAttribute("sentence", sentence.of(page, locale));
        return "desk/order";
    }

    @PostMapping("/orders/{number}/cancel")
    String cancel(@PathVariable OrderNumber number, @RequestParam String reason, RedirectAttributes flash) {
        flashMessages.show(
                flash,
                () -> cancel.request(number, reason.strip(), pageFrame.user()) == RequestOrderCancel.Outcome.CANCELLED
                        ? "order.done.cancelled"
                        : "order.done.cancelAsked");
        return "redirect:/orders/" + number;
    }

    @PostMapping("/orders/{number}/hold")
    String hold(@PathVariable OrderNumber number, @RequestParam String reason, RedirectAttributes flash) {
        flashMessages.show(flash, () -> {
            changes.hold(number, reason.strip(), pageFrame.user());
            return "order.done.held";
        });
        return "redirect:/orders/" + number;
    }

    @PostMapping("/orders/{number}/release")
    String release(@PathVariable OrderNumber number, RedirectAttributes flash) {
        flashMessages.show(flash, () -> {
            changes.release(number, pageFrame.user());
            return "order.done.released";
        });
        return "redirect:/orders/" + number;
    }
}

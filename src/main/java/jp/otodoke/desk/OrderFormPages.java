package jp.otodoke.desk;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import jp.otodoke.customers.CustomerCard;
import jp.otodoke.customers.CustomerState;
import jp.otodoke.customers.FindCustomer;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.orders.QuoteOrder;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Prefectures;
import jp.otodoke.shared.Text;
import jp.otodoke.shared.TimeSlot;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Entering an order by keyboard. */
@Controller
class OrderFormPages {
    private final EnterOrder enterOrder;
    private final QuoteOrder quoteOrder;
    private final FindCustomer customers;
    private final Find find;
    private final Answers answers;

    OrderFormPages(EnterOrder enterOrder, QuoteOrder quoteOrder, FindCustomer customers, Find find, Answers answers) {
        this.enterOrder = enterOrder;
        this.quoteOrder = quoteOrder;
        this.customers = customers;
        this.find = find;
        this.answers = answers;
    }

    @GetMapping("/orders/new")
    String blank(@RequestParam(required = false) @Nullable String customer, Model model) {
        return form(OrderForm.empty(UUID.randomUUID().toString(), customer), model);
    }

    @PostMapping("/orders/new")
    String enter(OrderForm form, Model model, RedirectAttributes flash) {
        try {
            var number = enterOrder.enter(token(form), form.order());
            flash.addFlashAttribute("done", answers.text("order.done.placed", number));
            return "redirect:/orders/" + number;
        } catch (InvalidInput mistakes) {
            model.addAttribute("problems", mistakes.problems());
            return form(form, model);
        }
    }

    /** What it would cost, as it is being typed. */
    @PostMapping("/orders/new/totals")
    String totals(OrderForm form, Model model) {
        try {
            var order = form.order();
            if (!order.lines().isEmpty()) {
                model.addAttribute("quote", quoteOrder.quote(order, buyer(form)));
            }
        } catch (InvalidInput mistakes) {
            model.addAttribute("mistakes", mistakes.problems());
        }
        return "desk/order-form :: totals";
    }

    @GetMapping("/orders/new/customers")
    String customers(@RequestParam(name = "who", defaultValue = "") String who, Model model) {
        model.addAttribute(
                "hits",
                find.find(who, 8).stream()
                        .filter(h -> h.kind().equals("customer"))
                        .map(h -> customers.find(h.href().substring("/customers/".length())))
                        .flatMap(java.util.Optional::stream)
                        .toList());
        model.addAttribute("asked", !who.isBlank());
        return "desk/order-form :: customers";
    }

    private CustomerCard buyer(OrderForm form) {
        var person = form.person();
        return customers
                .find(Text.clean(form.customer()))
                .orElseGet(() -> new CustomerCard(
                        "",
                        person.name(),
                        person.kana(),
                        person.phone(),
                        person.email(),
                        null,
                        null,
                        person.address(),
                        CustomerState.ACTIVE,
                        false,
                        null));
    }

    private String form(OrderForm form, Model model) {
        model.addAttribute("form", form);
        customers.find(Text.clean(form.customer())).ifPresent(c -> model.addAttribute("chosen", c));
        model.addAttribute("rows", IntStream.range(0, OrderForm.ROWS).boxed().toList());
        model.addAttribute("methods", PaymentMethod.values());
        model.addAttribute("slots", TimeSlot.values());
        model.addAttribute("channels", List.of("PHONE", "FAX", "POSTCARD"));
        model.addAttribute("prefectures", Prefectures.ALL);
        return "desk/order-form";
    }

    private static String token(OrderForm form) {
        return Text.blank(form.token()) ? UUID.randomUUID().toString() : Text.clean(form.token());
    }
}

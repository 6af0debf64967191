package jp.otodoke.desk.order;

import java.util.List;
import jp.otodoke.customers.CustomerSummary;
import jp.otodoke.customers.FindCustomer;
import jp.otodoke.platform.pages.PageFrame;
import jp.otodoke.platform.web.FlashMessages;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** On the page of a customer who has moved: sends the open orders to the new address. */
@Controller
class MovedOrdersPage {
    private final MovedOrders movedOrders;
    private final FindCustomer customers;
    private final PageFrame pageFrame;
    private final FlashMessages flashMessages;

    MovedOrdersPage(MovedOrders movedOrders, FindCustomer customers, PageFrame pageFrame, FlashMessages flashMessages) {
        this.movedOrders = movedOrders;
        this.customers = customers;
        this.pageFrame = pageFrame;
        this.flashMessages = flashMessages;
    }

    @GetMapping("/orders/moved/{customer}")
    String show(@PathVariable CustomerNumber customer, Model model) {
        var card = card(customer);
        model.addAttribute("customer", card);
        model.addAttribute("moved", movedOrders.of(card));
        return "desk/moved-orders :: moved";
    }

    /** Each order is changed by itself: one that was handed over meanwhile keeps none of the others back. */
    @PostMapping("/orders/moved/{customer}")
    String change(
            @PathVariable CustomerNumber customer,
            @RequestParam(required = false) @Nullable List<String> id,
            RedirectAttributes flash) {
        var card = card(customer);
        var chosen = movedOrders.of(card).stream()
                .filter(order -> id != null && id.contains(order.id()))
                .toList();
        var done = 0;
        for (var order : chosen) {
            try {
                movedOrders.change(order, card, pageFrame.user());
                done++;
            } catch (Refusal no) {
                flash.addFlashAttribute("refused", flashMessages.localized(no.words()));
            } catch (InvalidInput wrong) {
                flash.addFlashAttribute("problems", wrong.problems());
            }
        }
        if (done > 0) {
            flash.addFlashAttribute("done", flashMessages.text("moved.done", done));
        } else if (chosen.isEmpty()) {
            flash.addFlashAttribute("unchanged", flashMessages.text("moved.none"));
        }
        return "redirect:/customers/" + customer;
    }

    private CustomerSummary card(CustomerNumber customer) {
        return customers.find(customer).orElseThrow(() -> Refusal.notFound("customer.refused.unknown", customer));
    }
}

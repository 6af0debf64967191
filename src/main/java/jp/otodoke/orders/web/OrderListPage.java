package jp.otodoke.orders.web;

import jp.otodoke.orders.OrderStatus;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.platform.pages.ListLimits;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The order list page; its filter and sorting are part of the URL. */
@Controller
class OrderListPage {
    private static final int SIZE = 50;

    private final OrderList orders;

    OrderListPage(OrderList orders) {
        this.orders = orders;
    }

    @GetMapping("/orders")
    String list(
            @ModelAttribute("filter") OrderFilter filter,
            BindingResult mistakes,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        var sums = orders.sums(filter);
        var shown = ListLimits.page(page, sums.orders(), SIZE);
        // With an invalid parameter, binding leaves no filter in the model.
        model.addAttribute("filter", filter);
        model.addAttribute("orders", orders.page(filter, sort, shown, SIZE));
        model.addAttribute("sums", sums);
        model.addAttribute("perStatus", orders.perStatus(filter));
        model.addAttribute("statuses", OrderStatus.values());
        model.addAttribute("methods", PaymentMethod.values());
        model.addAttribute("channels", orders.channels());
        model.addAttribute("page", shown);
        model.addAttribute("size", SIZE);
        model.addAttribute("mistyped", mistakes.hasErrors());
        return "orders/list";
    }
}

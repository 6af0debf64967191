package jp.otodoke.payments.desk.web;

import jp.otodoke.payments.FindPayment;
import jp.otodoke.payments.OpenItems;
import jp.otodoke.payments.PaymentSteps;
import jp.otodoke.payments.ReceivableKind;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Everything that happened to the money of an order, each attempt with its answer. */
@Controller
class PaymentStepsPage {
    private final OpenItems items;
    private final FindPayment payments;
    private final PaymentSteps steps;

    PaymentStepsPage(OpenItems items, FindPayment payments, PaymentSteps steps) {
        this.items = items;
        this.payments = payments;
        this.steps = steps;
    }

    @GetMapping("/payments/{order}")
    String show(@PathVariable OrderNumber order, Model model) {
        model.addAttribute(
                "item",
                items.find(ReceivableNumber.of(order))
                        .filter(item -> item.kind() == ReceivableKind.ORDER)
                        .orElseThrow(() -> Refusal.notFound("order.not-found", order)));
        var payment = payments.get(order);
        model.addAttribute("authorised", payment.authorised());
        model.addAttribute("secured", payment.secured());
        model.addAttribute("steps", steps.of(order));
        return "payments/payment-steps";
    }
}

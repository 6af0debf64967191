package jp.otodoke.payments;

import java.util.List;
import java.util.Map;
import jp.otodoke.inbox.OpenTask;
import jp.otodoke.inbox.TaskAction;
import jp.otodoke.orders.ShopPayment;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Books a refund that accounting has confirmed as paid out. */
@Component
class RefundDueAction implements TaskAction {
    private final Payments payments;
    private final Ledger ledger;

    RefundDueAction(Payments payments, Ledger ledger) {
        this.payments = payments;
        this.ledger = ledger;
    }

    @Override
    public String type() {
        return "refund-due";
    }

    @Override
    public List<String> decisions() {
        return List.of("REFUNDED");
    }

    @Override
    public void decide(OpenTask task, String decision, @Nullable String comment, Map<String, String> parameters) {
        var payment = payments.findById(task.orderNumbers().get(0)).orElseThrow();
        var excess = payment.paid() - payment.charged();
        var from = payment.shopPayment() == ShopPayment.NONE ? Ledger.Account.BANK : Ledger.Account.SHOP;
        if (excess > 0
                && ledger.post(
                        "refund:task:" + task.id(), Ledger.Account.RECEIVABLE, from, excess, payment.orderNumber())) {
            payment.refund(excess);
            payments.saveAndFlush(payment);
        }
    }
}

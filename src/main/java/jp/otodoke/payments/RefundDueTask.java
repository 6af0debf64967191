package jp.otodoke.payments;

import java.util.List;
import jp.otodoke.inbox.OpenTask;
import jp.otodoke.inbox.StaffGroup;
import jp.otodoke.inbox.TaskDecision;
import jp.otodoke.inbox.TaskKind;
import jp.otodoke.orders.OrderSubject;
import jp.otodoke.orders.ShopPayment;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Yen;
import org.springframework.stereotype.Component;

/** Books a refund that accounting has confirmed as paid out. */
@Component
class RefundDueTask implements TaskKind {
    static final String TYPE = "refund-due";
    private static final String REFUNDED = "REFUNDED";

    private final Payments payments;
    private final Ledger ledger;

    RefundDueTask(Payments payments, Ledger ledger) {
        this.payments = payments;
        this.ledger = ledger;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String subjectKind() {
        return OrderSubject.KIND;
    }

    @Override
    public StaffGroup group() {
        return StaffGroup.ACCOUNTING;
    }

    @Override
    public List<String> decisions() {
        return List.of(REFUNDED);
    }

    @Override
    public void decide(TaskDecision decision) {
        var payment = payments.findById(OrderNumber.of(decision.task().subject().key()))
                .orElseThrow();
        var excess = payment.excess();
        var from = payment.shopPayment() == ShopPayment.NONE ? Ledger.Account.BANK : Ledger.Account.SHOP;
        if (excess.isPositive()
                && ledger.post(
                        "refund:task:" + decision.task().id(),
                        Ledger.Account.RECEIVABLE,
                        from,
                        excess,
                        payment.orderNumber())) {
            payment.refund(excess);
            payments.saveAndFlush(payment);
        }
    }

    @Override
    public BilingualText consequences(List<OpenTask> tasks, String decision) {
        var orders = OrderSubject.in(tasks);
        var excess = Yen.sum(
                payments.findAllById(orders), payment -> payment.excess().max(Yen.ZERO));
        return excess.isZero() ? BilingualText.asWritten("") : BilingualText.of("task.then.books-refund", excess);
    }
}

package jp.otodoke.payments;

import java.util.List;
import jp.otodoke.inbox.OpenTask;
import jp.otodoke.inbox.StaffGroup;
import jp.otodoke.inbox.TaskDecision;
import jp.otodoke.inbox.TaskKind;
import jp.otodoke.orders.OrderSubject;
import jp.otodoke.payments.Ledger.Account;
import jp.otodoke.payments.PaymentAllocation.Reason;
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
    private final AllocatePayments allocatePayments;
    private final RefundExcess refundExcess;

    RefundDueTask(Payments payments, Ledger ledger, AllocatePayments allocatePayments, RefundExcess refundExcess) {
        this.payments = payments;
        this.allocatePayments = allocatePayments;
        this.ledger = ledger;
        this.refundExcess = refundExcess;
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

    /** Once it is given back, the same amount may come in again. */
    @Override
    public boolean mayRecur(String decision) {
        return true;
    }

    @Override
    public void decide(TaskDecision decision) {
        var payment = payments.findById(OrderNumber.of(decision.task().subject().key()))
                .orElseThrow();
        var excess = refundExcess.due(payment);
        if (excess.isPositive()) {
            var throughShop = throughShop(payment, excess);
            var posting = "refund:task:" + decision.task().id();
            allocatePayments.allocate(
                    payment,
                    List.of(
                            refund(posting, Account.BANK, excess.minus(throughShop), payment, decision),
                            refund(posting + ":shop", Account.SHOP, throughShop, payment, decision)));
        }
    }

    private static PaymentAllocation refund(
            String name, Account from, Yen amount, Payment payment, TaskDecision decision) {
        return PaymentAllocation.of(
                name, payment.orderNumber(), Reason.REFUNDED, from, amount.negated(), decision.staff());
    }

    /** What we received ourselves is given back first, and the shop gives back the rest of what it collected. */
    private Yen throughShop(Payment payment, Yen excess) {
        var collected = ledger.received(Account.SHOP, payment.orderNumber()).max(Yen.ZERO);
        var own = payment.paid().minus(collected);
        return excess.minus(own).max(Yen.ZERO).min(collected);
    }

    @Override
    public BilingualText consequences(List<OpenTask> tasks, String decision) {
        var due = payments.findAllById(OrderSubject.in(tasks)).stream()
                .filter(payment -> refundExcess.due(payment).isPositive())
                .toList();
        if (due.isEmpty()) {
            return BilingualText.asWritten("");
        }
        var excess = Yen.sum(due, refundExcess::due);
        var throughShop = Yen.sum(due, payment -> throughShop(payment, refundExcess.due(payment)));
        return throughShop.isZero()
                ? BilingualText.of("task.then.books-refund", excess)
                : BilingualText.of("task.then.books-refund-through-shop", excess, throughShop);
    }
}

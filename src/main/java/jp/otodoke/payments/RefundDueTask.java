package jp.otodoke.payments;

import java.util.Collection;
import java.util.List;
import jp.otodoke.inbox.OpenTask;
import jp.otodoke.inbox.StaffGroup;
import jp.otodoke.inbox.TaskDecision;
import jp.otodoke.inbox.TaskField;
import jp.otodoke.inbox.TaskKind;
import jp.otodoke.orders.OrderSubject;
import jp.otodoke.payments.RefundEntry.Route;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** More was paid than is owed, and the card does not take it back: by which route it goes, or by which it has gone already. */
@Component
class RefundDueTask implements TaskKind {
    static final String TYPE = "refund-due";

    private static final String TRANSFER = "TRANSFER";
    private static final String BALANCE = "BALANCE";
    private static final String SHOP = "SHOP";
    private static final String REFUNDED = "REFUNDED";

    private final Payments payments;
    private final Refunds refunds;
    private final KnownAccount knownAccount;
    private final RefundExcess refundExcess;
    private final RefundLimits limits;
    private final AskForRefund askForRefund;
    private final RecordPaidOut recordPaidOut;

    RefundDueTask(
            Payments payments,
            Refunds refunds,
            KnownAccount knownAccount,
            RefundExcess refundExcess,
            RefundLimits limits,
            AskForRefund askForRefund,
            RecordPaidOut recordPaidOut) {
        this.payments = payments;
        this.refunds = refunds;
        this.knownAccount = knownAccount;
        this.refundExcess = refundExcess;
        this.limits = limits;
        this.askForRefund = askForRefund;
        this.recordPaidOut = recordPaidOut;
    }

    /** Those for what the shop has collected a part of, or not. */
    static List<String> decisions(boolean shop) {
        return shop ? List.of(TRANSFER, BALANCE, SHOP, REFUNDED) : List.of(TRANSFER, BALANCE, REFUNDED);
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
        return decisions(true);
    }

    /** Each customer has an account of his own. */
    @Override
    public boolean manyAtOnce(String decision) {
        return !decision.equals(TRANSFER);
    }

    /** None is needed if money was transferred to the customer before. */
    @Override
    public List<TaskField> fields(String decision) {
        return decision.equals(TRANSFER) ? PayeeFields.all(false) : List.of();
    }

    /** Once it is given back, the same amount may come in again. */
    @Override
    public boolean mayRecur(String decision) {
        return true;
    }

    @Override
    public void decide(TaskDecision decision) {
        var order = OrderNumber.of(decision.task().subject().key());
        switch (decision.code()) {
            case TRANSFER -> askForRefund.askForAll(order, Route.TRANSFER, account(order, decision), decision.staff());
            case BALANCE -> askForRefund.askForAll(order, Route.BALANCE, null, decision.staff());
            case SHOP -> askForRefund.askForAll(order, Route.SHOP, null, decision.staff());
            case REFUNDED -> recordPaidOut.paidOut(order, decision.staff());
            default -> throw new IllegalArgumentException("No decision about a refund: " + decision.code());
        }
    }

    /** Null for the one that is known. */
    private @Nullable PayeeAccount account(OrderNumber order, TaskDecision decision) {
        var account = PayeeFields.in(decision);
        if (account == null && knownAccount.of(order).isEmpty()) {
            throw new InvalidInput("bankCode", "required", BilingualText.of("refund.problem.account.required"));
        }
        return account;
    }

    @Override
    public BilingualText consequences(List<OpenTask> tasks, String decision) {
        var due = payments.findAllById(OrderSubject.in(tasks)).stream()
                .filter(payment -> refundExcess.due(payment).isPositive())
                .toList();
        if (due.isEmpty()) {
            return BilingualText.asWritten("");
        }
        var sum = Yen.sum(due, refundExcess::due);
        var throughShop = throughShop(due);
        if (decision.equals(REFUNDED)) {
            return throughShop.isZero()
                    ? BilingualText.of("task.then.books-refund", sum)
                    : BilingualText.of("task.then.books-refund-through-shop", sum, throughShop);
        }
        var moved = decision.equals(SHOP) ? throughShop : sum;
        var largest = due.stream().map(refundExcess::due).max(Yen::compareTo).orElseThrow();
        return BilingualText.of(
                limits.needsApproval(largest) ? "task.then.asks-for-approval" : "task.then.gives-back",
                moved,
                BilingualText.of("refund-route." + decision));
    }

    /** What the shops are to give back, as the rules propose it. */
    private Yen throughShop(Collection<Payment> due) {
        return Yen.sum(
                due.stream()
                        .flatMap(payment -> refunds.open(payment.orderNumber()).stream())
                        .filter(refund -> refund.proposedByTheRules() && refund.route() == Route.SHOP)
                        .toList(),
                Refund::amount);
    }
}

package jp.otodoke.payments;

import java.util.Collection;
import java.util.List;
import jp.otodoke.inbox.OpenTask;
import jp.otodoke.inbox.StaffGroup;
import jp.otodoke.inbox.TaskDecision;
import jp.otodoke.inbox.TaskDetails;
import jp.otodoke.inbox.TaskKind;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.OrderSubject;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.Yen;
import org.springframework.stereotype.Component;

/**
 * The bank has taken a deposit back: the customers whose orders it paid are asked for the money again, or something else
 * is agreed with them. Where the deposit itself was not found, there is only something to be noted.
 */
@Component
class ReversedDepositTask implements TaskKind {
    static final String TYPE = "deposit-reversed";

    private static final String ASK_AGAIN = "ASK_AGAIN";
    private static final String AGREED = "AGREED";

    private final DepositPanel panel;
    private final Payments payments;
    private final FindOrder orders;
    private final RequestPayment requestPayment;

    ReversedDepositTask(DepositPanel panel, Payments payments, FindOrder orders, RequestPayment requestPayment) {
        this.panel = panel;
        this.payments = payments;
        this.orders = orders;
        this.requestPayment = requestPayment;
    }

    /** The decisions about a reversal that leaves orders unpaid, or none. */
    static List<String> decisions(boolean unpaidOrders) {
        return unpaidOrders ? List.of(ASK_AGAIN, AGREED) : List.of(AGREED);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String subjectKind() {
        return DepositSubject.KIND;
    }

    @Override
    public StaffGroup group() {
        return StaffGroup.ACCOUNTING;
    }

    @Override
    public List<String> decisions() {
        return decisions(true);
    }

    @Override
    public boolean commentRequired(String decision) {
        return decision.equals(AGREED);
    }

    @Override
    public void decide(TaskDecision decision) {
        if (decision.code().equals(ASK_AGAIN)) {
            var unpaid = unpaid(OrderSubject.in(decision.task()));
            if (unpaid.isEmpty()) {
                throw Refusal.conflict("deposit.reversed.nothing-unpaid");
            }
            unpaid.forEach(this::askAgain);
        }
    }

    /** Some may be paid, cancelled or paid in another way by now. */
    private List<Payment> unpaid(Collection<OrderNumber> orders) {
        return payments.findAllById(orders).stream()
                .filter(payment -> MatchDeposits.BY_TRANSFER.contains(payment.method()))
                .filter(payment -> payment.open().isPositive())
                .toList();
    }

    private void askAgain(Payment payment) {
        requestPayment.again(payment, orders.get(payment.orderNumber()));
        payments.saveAndFlush(payment);
    }

    @Override
    public BilingualText consequences(List<OpenTask> tasks, String decision) {
        var open = Yen.sum(unpaid(OrderSubject.in(tasks)), Payment::open);
        return open.isPositive() ? BilingualText.of("task.then.unpaid", open) : BilingualText.asWritten("");
    }

    @Override
    public TaskDetails details(OpenTask task) {
        return panel.of(task, false);
    }
}

package jp.otodoke.fulfilment;

import java.util.List;
import jp.otodoke.inbox.OpenTask;
import jp.otodoke.inbox.StaffGroup;
import jp.otodoke.inbox.TaskDecision;
import jp.otodoke.inbox.TaskKind;
import jp.otodoke.orders.ChangeOrder;
import jp.otodoke.orders.OrderSubject;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.payments.MissingMandate;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.staff.CurrentStaff;
import org.springframework.stereotype.Component;

/**
 * Changes the payment method of an order whose direct debit mandate is missing, or cancels it; to wait for the
 * customer's form, staff snooze the task instead.
 */
@Component
class MissingMandateTask implements TaskKind {
    private static final String CANCEL = "CANCEL";

    private final ChangeRequests changes;
    private final RequestOrderCancel cancel;
    private final CurrentStaff staff;
    private final OrderConsequences consequences;

    MissingMandateTask(
            ChangeRequests changes, RequestOrderCancel cancel, CurrentStaff staff, OrderConsequences consequences) {
        this.changes = changes;
        this.cancel = cancel;
        this.staff = staff;
        this.consequences = consequences;
    }

    @Override
    public String type() {
        return MissingMandate.TASK;
    }

    @Override
    public String subjectKind() {
        return OrderSubject.KIND;
    }

    @Override
    public StaffGroup group() {
        return StaffGroup.ORDERS;
    }

    @Override
    public List<String> decisions() {
        return List.of(PaymentMethod.BANK_TRANSFER.name(), PaymentMethod.CASH_ON_DELIVERY.name(), CANCEL);
    }

    /** The customer may go back to direct debit later. */
    @Override
    public boolean mayRecur(String decision) {
        return true;
    }

    @Override
    public void decide(TaskDecision decision) {
        var order = OrderNumber.of(decision.task().subject().key());
        if (decision.code().equals(CANCEL)) {
            cancel.request(order, BilingualText.of("cancel.reason.no-mandate").japanese(), staff.name());
        } else {
            var method = PaymentMethod.valueOf(decision.code());
            changes.change(order, new ChangeOrder.Changes(null, false, null, null, null, method, null), staff.name());
        }
    }

    @Override
    public BilingualText consequences(List<OpenTask> tasks, String decision) {
        var effect =
                switch (decision) {
                    case CANCEL -> DecisionEffect.STOPS;
                    case "CASH_ON_DELIVERY" -> DecisionEffect.CONTINUES;
                    default -> DecisionEffect.WAITS;
                };
        return consequences.of(effect, tasks);
    }
}

package jp.otodoke.fulfilment;

import java.util.List;
import java.util.Map;
import jp.otodoke.inbox.OpenTask;
import jp.otodoke.inbox.StaffGroup;
import jp.otodoke.inbox.TaskDecision;
import jp.otodoke.inbox.TaskField;
import jp.otodoke.inbox.TaskKind;
import jp.otodoke.orders.ChangeOrder;
import jp.otodoke.orders.OrderSubject;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.payments.AllowCredit;
import jp.otodoke.payments.CreditExceeded;
import jp.otodoke.payments.RaiseCreditLimit;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.staff.Permission;
import org.springframework.stereotype.Component;

/** Decides about an order on account that does not fit into its customer's credit limit. */
@Component
class CreditExceededTask implements TaskKind {
    private static final String ALLOW = "ALLOW_ONCE";
    private static final String RAISE = "RAISE_LIMIT";
    private static final String CANCEL = "CANCEL";
    private static final String LIMIT = "creditLimit";

    private final AllowCredit allowCredit;
    private final RaiseCreditLimit raiseCreditLimit;
    private final ChangeRequests changes;
    private final RequestOrderCancel cancel;
    private final OrderConsequences consequences;

    CreditExceededTask(
            AllowCredit allowCredit,
            RaiseCreditLimit raiseCreditLimit,
            ChangeRequests changes,
            RequestOrderCancel cancel,
            OrderConsequences consequences) {
        this.allowCredit = allowCredit;
        this.raiseCreditLimit = raiseCreditLimit;
        this.changes = changes;
        this.cancel = cancel;
        this.consequences = consequences;
    }

    @Override
    public String type() {
        return CreditExceeded.TASK;
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
    public Permission permission() {
        return Permission.MONEY_EDIT;
    }

    @Override
    public List<String> decisions() {
        return List.of(ALLOW, RAISE, PaymentMethod.BANK_TRANSFER.name(), PaymentMethod.CASH_ON_DELIVERY.name(), CANCEL);
    }

    /** The customer may order more later, or go back to paying on account. */
    @Override
    public boolean mayRecur(String decision) {
        return true;
    }

    @Override
    public boolean manyAtOnce(String decision) {
        return !decision.equals(RAISE);
    }

    @Override
    public List<TaskField> fields(String decision) {
        return decision.equals(RAISE) ? List.of(TaskField.required(LIMIT, TaskField.Kind.YEN)) : List.of();
    }

    @Override
    public Map<String, String> proposedValues(OpenTask task, String decision) {
        return decision.equals(RAISE)
                ? Map.of(
                        LIMIT,
                        String.valueOf(raiseCreditLimit.needed(order(task)).amount()))
                : Map.of();
    }

    @Override
    public void decide(TaskDecision decision) {
        var order = order(decision.task());
        switch (decision.code()) {
            case ALLOW -> allowCredit.once(order, decision.staff());
            case RAISE -> raiseCreditLimit.to(TaskField.yen(decision.input(LIMIT)), order, decision.staff());
            case CANCEL ->
                cancel.request(
                        order, BilingualText.of("cancel.reason.no-credit").japanese(), decision.staff());
            default ->
                changes.change(
                        order,
                        new ChangeOrder.Changes(
                                null, false, null, null, null, PaymentMethod.valueOf(decision.code()), null),
                        decision.staff());
        }
    }

    private static OrderNumber order(OpenTask task) {
        return OrderNumber.of(task.subject().key());
    }

    @Override
    public BilingualText consequences(List<OpenTask> tasks, String decision) {
        var effect =
                switch (decision) {
                    case CANCEL -> DecisionEffect.STOPS;
                    case "BANK_TRANSFER" -> DecisionEffect.WAITS;
                    default -> DecisionEffect.CONTINUES;
                };
        return consequences.of(effect, tasks);
    }
}

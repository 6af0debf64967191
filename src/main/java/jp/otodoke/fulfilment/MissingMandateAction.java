package jp.otodoke.fulfilment;

import java.util.List;
import java.util.Map;
import jp.otodoke.inbox.OpenTask;
import jp.otodoke.inbox.TaskAction;
import jp.otodoke.orders.ChangeOrder;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.payments.MissingMandate;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.staff.CurrentStaff;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Changes the payment method of an order whose direct debit mandate is missing, or cancels it; to wait for the
 * customer's form, staff snooze the task instead.
 */
@Component
class MissingMandateAction implements TaskAction {
    private static final String CANCEL = "CANCEL";

    private final ChangeRequests changes;
    private final RequestOrderCancel cancel;
    private final CurrentStaff staff;

    MissingMandateAction(ChangeRequests changes, RequestOrderCancel cancel, CurrentStaff staff) {
        this.changes = changes;
        this.cancel = cancel;
        this.staff = staff;
    }

    @Override
    public String type() {
        return MissingMandate.TASK;
    }

    @Override
    public List<String> decisions() {
        return List.of(PaymentMethod.BANK_TRANSFER.name(), PaymentMethod.CASH_ON_DELIVERY.name(), CANCEL);
    }

    @Override
    public void decide(OpenTask task, String decision, @Nullable String comment, Map<String, String> parameters) {
        var order = task.orderNumbers().get(0);
        if (decision.equals(CANCEL)) {
            cancel.request(order, BilingualText.of("cancel.reason.no-mandate").japanese(), staff.name());
        } else {
            var method = PaymentMethod.valueOf(decision);
            changes.change(order, new ChangeOrder.Changes(null, false, null, null, null, method, null), staff.name());
        }
    }
}

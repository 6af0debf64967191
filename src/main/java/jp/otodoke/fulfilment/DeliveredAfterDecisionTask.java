package jp.otodoke.fulfilment;

import java.util.List;
import jp.otodoke.inbox.Inbox;
import jp.otodoke.inbox.OpenTask;
import jp.otodoke.inbox.StaffGroup;
import jp.otodoke.inbox.TaskDecision;
import jp.otodoke.inbox.TaskKind;
import jp.otodoke.orders.OrderSubject;
import jp.otodoke.payments.FindPayment;
import jp.otodoke.payments.Payment;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.ShipmentNumber;
import jp.otodoke.shared.Yen;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Goods that were given up as lost or refused, and sent again or refunded, have reached the customer: they come back, or
 * stay there. What was decided about the money then is shown and stays.
 */
@Component
class DeliveredAfterDecisionTask implements TaskKind {
    static final String TYPE = "delivered-after-decision";

    private static final String COLLECT = "COLLECT";

    private final Shipments shipments;
    private final ObjectProvider<ReturnArrivals> arrivals;
    private final ObjectProvider<Inbox> inbox;
    private final FindPayment payments;

    DeliveredAfterDecisionTask(
            Shipments shipments,
            ObjectProvider<ReturnArrivals> arrivals,
            ObjectProvider<Inbox> inbox,
            FindPayment payments) {
        this.shipments = shipments;
        this.arrivals = arrivals;
        this.inbox = inbox;
        this.payments = payments;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String subjectKind() {
        return ShipmentSubject.KIND;
    }

    @Override
    public StaffGroup group() {
        return StaffGroup.SHIPPING;
    }

    @Override
    public List<String> decisions() {
        return List.of(COLLECT, "LEAVE");
    }

    /** What was agreed with the customer is kept nowhere else. */
    @Override
    public boolean commentRequired(String decision) {
        return true;
    }

    @Override
    public void decide(TaskDecision decision) {
        var number = ShipmentNumber.of(decision.task().subject().key());
        if (decision.code().equals(COLLECT)) {
            arrivals.getObject().expect(shipments.findById(number).orElseThrow());
        } else {
            inbox.getObject().close(ReturnArrivals.key(number));
        }
    }

    @Override
    public BilingualText consequences(List<OpenTask> tasks, String decision) {
        var of = OrderSubject.in(tasks).stream().map(payments::get).toList();
        return BilingualText.of(
                "task.then.money-as-decided", Yen.sum(of, Payment::charged), Yen.sum(of, Payment::paid));
    }
}

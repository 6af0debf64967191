package jp.otodoke.fulfilment;

import java.util.List;
import java.util.Locale;
import jp.otodoke.inbox.StaffGroup;
import jp.otodoke.inbox.TaskDecision;
import jp.otodoke.inbox.TaskField;
import jp.otodoke.inbox.TaskKind;
import jp.otodoke.shared.ShipmentNumber;
import org.springframework.stereotype.Component;

/**
 * The carrier reports a tracking number that no ship result names: it is another parcel of a shipment, or the right
 * number of one that was reported wrongly. A ship result that names it closes the task.
 */
@Component
class UnknownTrackingTask implements TaskKind {
    static final String TYPE = "tracking-unknown";

    private static final String ASSIGN = "ASSIGN";
    private static final String SHIPMENT = "shipmentNumber";
    private static final String REPLACES = "wrongTrackingNumber";

    private final AssignTrackingNumber assign;

    UnknownTrackingTask(AssignTrackingNumber assign) {
        this.assign = assign;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String subjectKind() {
        return ParcelSubject.KIND;
    }

    @Override
    public StaffGroup group() {
        return StaffGroup.SHIPPING;
    }

    @Override
    public List<String> decisions() {
        return List.of(ASSIGN, "DISMISS");
    }

    @Override
    public List<TaskField> fields(String decision) {
        return decision.equals(ASSIGN)
                ? List.of(
                        TaskField.required(SHIPMENT, TaskField.Kind.TEXT),
                        TaskField.optional(REPLACES, TaskField.Kind.TEXT))
                : List.of();
    }

    @Override
    public boolean commentRequired(String decision) {
        return !decision.equals(ASSIGN);
    }

    @Override
    public void decide(TaskDecision decision) {
        if (decision.code().equals(ASSIGN)) {
            assign.assign(
                    decision.task().subject().key(),
                    ShipmentNumber.of(decision.input(SHIPMENT).toUpperCase(Locale.ROOT)),
                    decision.input(REPLACES),
                    decision.staff());
        }
    }
}

package jp.otodoke.payments;

import java.util.List;
import jp.otodoke.inbox.OpenTask;
import jp.otodoke.inbox.StaffGroup;
import jp.otodoke.inbox.TaskDecision;
import jp.otodoke.inbox.TaskField;
import jp.otodoke.inbox.TaskKind;
import jp.otodoke.inbox.Tasks;
import jp.otodoke.orders.OrderSubject;
import jp.otodoke.payments.DeferredCalls.Pending;
import jp.otodoke.shared.BilingualText;
import org.springframework.stereotype.Component;

/**
 * The provider of 後払い does not accept the carrier's number of a parcel, or does not find that it arrived: without that it neither
 * pays nor guarantees. The right number is reported, or the money is asked for in another way.
 */
@Component
class DeferredReportTask implements TaskKind {
    static final String TYPE = "deferred-report";
    private static final String REPORT_AGAIN = "REPORT_AGAIN";
    private static final String CARRIED_OUT = "CARRIED_OUT";
    private static final String BANK_TRANSFER = "BANK_TRANSFER";
    private static final String SLIP = "slipNumber";
    private static final String CARRIER = "reportedCarrier";

    private final Tasks tasks;
    private final DecideDeferred decide;
    private final DeferredConsequences consequences;

    DeferredReportTask(Tasks tasks, DecideDeferred decide, DeferredConsequences consequences) {
        this.tasks = tasks;
        this.decide = decide;
        this.consequences = consequences;
    }

    static String key(Pending call) {
        return TYPE + ":" + call.id();
    }

    static List<String> all() {
        return List.of(REPORT_AGAIN, CARRIED_OUT, BANK_TRANSFER);
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
        return StaffGroup.SHIPPING;
    }

    @Override
    public List<String> decisions() {
        return all();
    }

    @Override
    public List<TaskField> fields(String decision) {
        return decision.equals(REPORT_AGAIN)
                ? List.of(
                        TaskField.required(SLIP, TaskField.Kind.TEXT), TaskField.optional(CARRIER, TaskField.Kind.TEXT))
                : List.of();
    }

    @Override
    public boolean manyAtOnce() {
        return false;
    }

    @Override
    public void decide(TaskDecision decision) {
        var call = Long.parseLong(tasks.key(decision.task().id()).split(":", -1)[1]);
        switch (decision.code()) {
            case REPORT_AGAIN -> decide.report(call, decision.input(CARRIER), decision.input(SLIP));
            case CARRIED_OUT -> decide.carriedOut(call);
            default -> decide.byTransfer(call, decision.staff());
        }
    }

    @Override
    public BilingualText consequences(List<OpenTask> open, String decision) {
        return decision.equals(BANK_TRANSFER) ? consequences.ofTransfer(open) : BilingualText.asWritten("");
    }
}

package jp.otodoke.payments.schedule;

import java.util.List;
import jp.otodoke.inbox.OpenTask;
import jp.otodoke.inbox.StaffGroup;
import jp.otodoke.inbox.TaskDecision;
import jp.otodoke.inbox.TaskKind;
import jp.otodoke.payments.DirectDebitSubject;
import org.springframework.stereotype.Component;

/** Whether the agency has the file of a cycle must be found out, or the file brought there by a person. */
@Component
class DebitFileTask implements TaskKind {
    static final String TYPE = "debit-file-not-placed";
    static final String HANDED_OVER = "HANDED_OVER";
    private static final String PLACE_AGAIN = "PLACE_AGAIN";

    private final SettleDebitFile settle;

    DebitFileTask(SettleDebitFile settle) {
        this.settle = settle;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String subjectKind() {
        return DirectDebitSubject.KIND;
    }

    @Override
    public StaffGroup group() {
        return StaffGroup.ACCOUNTING;
    }

    @Override
    public List<String> decisions() {
        return List.of(HANDED_OVER, PLACE_AGAIN);
    }

    @Override
    public boolean mayRecur(String decision) {
        return decision.equals(PLACE_AGAIN);
    }

    @Override
    public void decide(TaskDecision decision) {
        if (decision.code().equals(PLACE_AGAIN)) {
            settle.placeAgain(cycle(decision.task()));
        } else {
            settle.handedOver(cycle(decision.task()));
        }
    }

    private static long cycle(OpenTask task) {
        return Long.parseLong(task.subject().key());
    }
}

package jp.otodoke.payments;

import java.util.List;
import jp.otodoke.inbox.StaffGroup;
import jp.otodoke.inbox.TaskDecision;
import jp.otodoke.inbox.TaskKind;
import jp.otodoke.inbox.Tasks;
import org.springframework.stereotype.Component;

/** A result that says neither that a claim was collected nor that it was not: somebody asks the agency. */
@Component
class UnclearDebitTask implements TaskKind {
    static final String TYPE = "debit-unclear";

    private static final String PAID = "PAID";

    private final Tasks tasks;
    private final DecideHeldDebit decide;

    UnclearDebitTask(Tasks tasks, DecideHeldDebit decide) {
        this.tasks = tasks;
        this.decide = decide;
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
        return List.of(PAID, "FREE");
    }

    @Override
    public void decide(TaskDecision decision) {
        long claim = AskAboutDebit.claim(tasks.key(decision.task().id()));
        if (decision.code().equals(PAID)) {
            decide.paid(claim, decision.staff());
        } else {
            decide.free(claim);
        }
    }
}

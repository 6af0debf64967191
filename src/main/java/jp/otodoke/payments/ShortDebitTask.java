package jp.otodoke.payments;

import java.util.List;
import jp.otodoke.inbox.StaffGroup;
import jp.otodoke.inbox.TaskDecision;
import jp.otodoke.inbox.TaskKind;
import jp.otodoke.inbox.Tasks;
import org.springframework.stereotype.Component;

/** An account had no funds for the same claim several times: it is tried once more, or nothing is collected from there any more. */
@Component
class ShortDebitTask implements TaskKind {
    static final String TYPE = "debit-without-funds";

    private static final String RETRY = "RETRY";

    private final Tasks tasks;
    private final DecideHeldDebit decide;

    ShortDebitTask(Tasks tasks, DecideHeldDebit decide) {
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
        return List.of(RETRY, "STOP");
    }

    @Override
    public void decide(TaskDecision decision) {
        long claim = AskAboutDebit.claim(tasks.key(decision.task().id()));
        if (decision.code().equals(RETRY)) {
            decide.free(claim);
        } else {
            decide.stop(claim);
        }
    }
}

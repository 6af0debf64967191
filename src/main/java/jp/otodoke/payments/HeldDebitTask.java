package jp.otodoke.payments;

import java.util.List;
import jp.otodoke.inbox.StaffGroup;
import jp.otodoke.inbox.TaskDecision;
import jp.otodoke.inbox.TaskKind;
import jp.otodoke.inbox.Tasks;

/** What accounting decides about a claim that is held until then. */
abstract class HeldDebitTask implements TaskKind {
    private final String type;
    private final List<String> decisions;
    private final Tasks tasks;

    HeldDebitTask(String type, List<String> decisions, Tasks tasks) {
        this.type = type;
        this.decisions = decisions;
        this.tasks = tasks;
    }

    abstract void decide(long claim, TaskDecision decision);

    @Override
    public String type() {
        return type;
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
        return decisions;
    }

    @Override
    public void decide(TaskDecision decision) {
        decide(AskAboutDebit.claim(tasks.key(decision.task().id())), decision);
    }
}

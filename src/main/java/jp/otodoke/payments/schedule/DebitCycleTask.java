package jp.otodoke.payments.schedule;

import java.util.List;
import jp.otodoke.inbox.OpenTask;
import jp.otodoke.inbox.StaffGroup;
import jp.otodoke.inbox.TaskDecision;
import jp.otodoke.inbox.TaskKind;
import jp.otodoke.payments.DirectDebit;
import jp.otodoke.payments.DirectDebitSubject;
import jp.otodoke.payments.DirectDebits;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.Yen;
import org.springframework.stereotype.Component;

/** A cycle was collected by a contract: once somebody has looked at it, its file goes to the agency. */
@Component
class DebitCycleTask implements TaskKind {
    static final String TYPE = "debit-cycle-approval";
    static final String APPROVE = "APPROVE";

    private final ApproveDirectDebit approve;
    private final DirectDebits directDebits;

    DebitCycleTask(ApproveDirectDebit approve, DirectDebits directDebits) {
        this.approve = approve;
        this.directDebits = directDebits;
    }

    static String key(long cycle) {
        return TYPE + ":" + cycle;
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
        return List.of(APPROVE);
    }

    @Override
    public void decide(TaskDecision decision) {
        approve.approve(cycle(decision.task()), decision.staff());
    }

    @Override
    public BilingualText consequences(List<OpenTask> tasks, String decision) {
        var sum = tasks.stream()
                .flatMap(task -> directDebits.find(cycle(task)).stream())
                .map(DirectDebit::amount)
                .reduce(Yen.ZERO, Yen::plus);
        return BilingualText.of("task.then.hands-debits-over", sum);
    }

    private static long cycle(OpenTask task) {
        return Long.parseLong(task.subject().key());
    }
}

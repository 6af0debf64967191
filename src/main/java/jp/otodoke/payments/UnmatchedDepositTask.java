package jp.otodoke.payments;

import java.util.List;
import jp.otodoke.inbox.OpenTask;
import jp.otodoke.inbox.StaffGroup;
import jp.otodoke.inbox.TaskDecision;
import jp.otodoke.inbox.TaskDetails;
import jp.otodoke.inbox.TaskField;
import jp.otodoke.inbox.TaskKind;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.Yen;
import org.springframework.stereotype.Component;

/**
 * A deposit that fits no order with certainty: it is matched on its page, which closes the task, paid back to whoever
 * sent it, or kept unmatched for a reason.
 */
@Component
class UnmatchedDepositTask implements TaskKind {
    static final String TYPE = "deposit-unmatched";

    private static final String PAID_BACK = "PAID_BACK";
    private static final String REFERENCE = "transferReference";

    private final DepositPanel panel;
    private final PayBackDeposit payBack;

    UnmatchedDepositTask(DepositPanel panel, PayBackDeposit payBack) {
        this.panel = panel;
        this.payBack = payBack;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String subjectKind() {
        return DepositSubject.KIND;
    }

    @Override
    public StaffGroup group() {
        return StaffGroup.ACCOUNTING;
    }

    @Override
    public List<String> decisions() {
        return List.of("KEEP", PAID_BACK);
    }

    @Override
    public List<TaskField> fields(String decision) {
        return decision.equals(PAID_BACK) ? List.of(TaskField.required(REFERENCE, TaskField.Kind.TEXT)) : List.of();
    }

    @Override
    public boolean commentRequired(String decision) {
        return !decision.equals(PAID_BACK);
    }

    @Override
    public boolean manyAtOnce() {
        return false;
    }

    @Override
    public void decide(TaskDecision decision) {
        if (decision.code().equals(PAID_BACK)) {
            payBack.payBack(Long.parseLong(decision.task().subject().key()), decision.input(REFERENCE));
        }
    }

    @Override
    public BilingualText consequences(List<OpenTask> tasks, String decision) {
        var open = tasks.stream()
                .flatMap(task -> panel.find(task).stream())
                .map(Deposit::remaining)
                .reduce(Yen.ZERO, Yen::plus);
        return BilingualText.of(
                decision.equals(PAID_BACK) ? "task.then.pays-deposit-back" : "task.then.keeps-deposit", open);
    }

    @Override
    public TaskDetails details(OpenTask task) {
        return panel.of(task, true);
    }
}

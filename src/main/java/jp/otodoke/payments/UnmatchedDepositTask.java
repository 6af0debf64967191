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
    private static final String FROM_AGENCY = "FROM_AGENCY";
    private static final String FEE = "agencyFee";
    private static final String FROM_DEFERRED = "FROM_DEFERRED";

    private final DepositPanel panel;
    private final PayBackDeposit payBack;
    private final BookAgencyTransfer agencyTransfer;
    private final BookDeferredTransfer deferredTransfer;

    UnmatchedDepositTask(
            DepositPanel panel,
            PayBackDeposit payBack,
            BookAgencyTransfer agencyTransfer,
            BookDeferredTransfer deferredTransfer) {
        this.panel = panel;
        this.payBack = payBack;
        this.agencyTransfer = agencyTransfer;
        this.deferredTransfer = deferredTransfer;
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
        return List.of("KEEP", PAID_BACK, FROM_AGENCY, FROM_DEFERRED);
    }

    @Override
    public List<TaskField> fields(String decision) {
        return switch (decision) {
            case PAID_BACK -> List.of(TaskField.required(REFERENCE, TaskField.Kind.TEXT));
            case FROM_AGENCY -> List.of(TaskField.required(FEE, TaskField.Kind.YEN));
            default -> List.of();
        };
    }

    @Override
    public boolean commentRequired(String decision) {
        return decision.equals("KEEP");
    }

    @Override
    public boolean manyAtOnce() {
        return false;
    }

    @Override
    public void decide(TaskDecision decision) {
        if (decision.code().equals(PAID_BACK)) {
            payBack.payBack(deposit(decision.task()), decision.input(REFERENCE));
        } else if (decision.code().equals(FROM_AGENCY)) {
            agencyTransfer.book(deposit(decision.task()), TaskField.yen(decision.input(FEE)));
        } else if (decision.code().equals(FROM_DEFERRED)) {
            deferredTransfer.book(deposit(decision.task()));
        }
    }

    @Override
    public BilingualText consequences(List<OpenTask> tasks, String decision) {
        var open = tasks.stream()
                .flatMap(task -> panel.find(task).stream())
                .map(Deposit::remaining)
                .reduce(Yen.ZERO, Yen::plus);
        return BilingualText.of(
                switch (decision) {
                    case PAID_BACK -> "task.then.pays-deposit-back";
                    case FROM_AGENCY -> "task.then.books-agency-transfer";
                    case FROM_DEFERRED -> "task.then.books-deferred-transfer";
                    default -> "task.then.keeps-deposit";
                },
                open);
    }

    private static long deposit(OpenTask task) {
        return Long.parseLong(task.subject().key());
    }

    @Override
    public TaskDetails details(OpenTask task) {
        return panel.of(task, true);
    }
}

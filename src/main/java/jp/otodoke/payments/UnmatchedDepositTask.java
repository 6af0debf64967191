package jp.otodoke.payments;

import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    /** Who has sent it, by decision. */
    private static final Map<String, Collector> COLLECTORS = Map.of(
            "FROM_AGENCY", Collector.CONVENIENCE,
            "FROM_DEBIT_AGENCY", Collector.DEBIT,
            "FROM_CARRIER", Collector.CARRIER);

    /** A difference of more than so many per cent is no fee. */
    private static final int HIGHEST_FEE = 10;

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
        return List.of("KEEP", PAID_BACK, "FROM_AGENCY", "FROM_DEBIT_AGENCY", "FROM_CARRIER", FROM_DEFERRED);
    }

    @Override
    public List<TaskField> fields(String decision) {
        if (COLLECTORS.containsKey(decision)) {
            return List.of(TaskField.required(fee(decision), TaskField.Kind.YEN));
        }
        return decision.equals(PAID_BACK) ? List.of(TaskField.required(REFERENCE, TaskField.Kind.TEXT)) : List.of();
    }

    /** What is held and was not sent, as long as it may well be a fee. */
    @Override
    public Map<String, String> proposedValues(OpenTask task, String decision) {
        var collector = COLLECTORS.get(decision);
        if (collector == null) {
            return Map.of();
        }
        var sent = panel.find(task).map(Deposit::remaining).orElse(Yen.ZERO);
        long missing = agencyTransfer.held(collector).minus(sent).amount();
        boolean fee = missing > 0 && missing * 100 <= sent.amount() * HIGHEST_FEE;
        return Map.of(fee(decision), fee ? String.valueOf(missing) : "0");
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
        } else if (COLLECTORS.containsKey(decision.code())) {
            agencyTransfer.book(
                    deposit(decision.task()),
                    Objects.requireNonNull(COLLECTORS.get(decision.code())),
                    TaskField.yen(decision.input(fee(decision.code()))),
                    decision.staff());
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
        var collector = COLLECTORS.get(decision);
        if (collector != null) {
            var held = agencyTransfer.held(collector);
            return BilingualText.of(
                    "task.then.books-collector-transfer", open, collector.words(), held, held.minus(open));
        }
        return BilingualText.of(
                switch (decision) {
                    case PAID_BACK -> "task.then.pays-deposit-back";
                    case FROM_DEFERRED -> "task.then.books-deferred-transfer";
                    default -> "task.then.keeps-deposit";
                },
                open);
    }

    /** Each decision has a field of its own. */
    private static String fee(String decision) {
        return switch (decision) {
            case "FROM_DEBIT_AGENCY" -> "debitAgencyFee";
            case "FROM_CARRIER" -> "carrierFee";
            default -> "agencyFee";
        };
    }

    private static long deposit(OpenTask task) {
        return Long.parseLong(task.subject().key());
    }

    @Override
    public TaskDetails details(OpenTask task) {
        return panel.of(task, true);
    }
}

package jp.otodoke.payments;

import java.util.List;
import java.util.Optional;
import jp.otodoke.inbox.OpenTask;
import jp.otodoke.inbox.StaffGroup;
import jp.otodoke.inbox.TaskDecision;
import jp.otodoke.inbox.TaskKind;
import jp.otodoke.inbox.Tasks;
import jp.otodoke.orders.OrderSubject;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.Yen;
import org.springframework.stereotype.Component;

/** A refund above the limit: somebody other than who asked for it approves or rejects it. */
@Component
class RefundApprovalTask implements TaskKind {
    static final String TYPE = "refund-to-approve";

    private static final String APPROVE = "APPROVE";

    private final Tasks tasks;
    private final Refunds refunds;
    private final ApproveRefund approveRefund;
    private final RejectRefund rejectRefund;

    RefundApprovalTask(Tasks tasks, Refunds refunds, ApproveRefund approveRefund, RejectRefund rejectRefund) {
        this.tasks = tasks;
        this.refunds = refunds;
        this.approveRefund = approveRefund;
        this.rejectRefund = rejectRefund;
    }

    static String key(long refund) {
        return "refund-approval:" + refund;
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
        return StaffGroup.ACCOUNTING;
    }

    @Override
    public List<String> decisions() {
        return List.of(APPROVE, "REJECT");
    }

    @Override
    public boolean commentRequired(String decision) {
        return !decision.equals(APPROVE);
    }

    @Override
    public void decide(TaskDecision decision) {
        refund(decision.task()).ifPresent(refund -> {
            if (decision.code().equals(APPROVE)) {
                approveRefund.approve(refund.id(), decision.staff());
            } else {
                rejectRefund.reject(refund.id(), decision.comment(), decision.staff());
            }
        });
    }

    @Override
    public BilingualText consequences(List<OpenTask> open, String decision) {
        var sum = Yen.sum(open.stream().flatMap(task -> refund(task).stream()).toList(), Refund::amount);
        return sum.isZero()
                ? BilingualText.asWritten("")
                : BilingualText.of(
                        decision.equals(APPROVE) ? "task.then.approves-refund" : "task.then.rejects-refund", sum);
    }

    private Optional<Refund> refund(OpenTask task) {
        return RefundOfTask.id(tasks.key(task.id())).flatMap(refunds::find);
    }
}

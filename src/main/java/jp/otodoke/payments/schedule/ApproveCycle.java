package jp.otodoke.payments.schedule;

import java.util.Map;
import jp.otodoke.inbox.CompleteTask;
import jp.otodoke.inbox.Tasks;
import jp.otodoke.payments.DirectDebitSubject;
import jp.otodoke.shared.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Approves a cycle where somebody looks at it, by the decision of its task in the inbox, which is over then. */
@Component
public class ApproveCycle {
    private final Tasks tasks;
    private final CompleteTask complete;
    private final ApproveDirectDebit approve;

    ApproveCycle(Tasks tasks, CompleteTask complete, ApproveDirectDebit approve) {
        this.tasks = tasks;
        this.complete = complete;
        this.approve = approve;
    }

    /** @throws Refusal if it is not to be approved, a colleague was first, or its task is assigned to one (conflict) */
    @Transactional
    public void approve(long cycle, String staff) {
        var task = tasks.about(DirectDebitSubject.of(cycle)).stream()
                .filter(open -> open.type().equals(DebitCycleTask.TYPE))
                .findFirst();
        // The task is locked before the cycle, as from the inbox, so that two who approve at once wait for each other
        // in one order.
        task.ifPresentOrElse(
                open -> complete.complete(open.id(), DebitCycleTask.APPROVE, null, Map.of(), staff),
                () -> approve.approve(cycle, staff));
    }
}

package jp.otodoke.payments;

import java.util.List;
import java.util.Map;
import jp.otodoke.customers.CustomerSubject;
import jp.otodoke.inbox.OpenTask;
import jp.otodoke.inbox.StaffGroup;
import jp.otodoke.inbox.TaskDecision;
import jp.otodoke.inbox.TaskDetails;
import jp.otodoke.inbox.TaskKind;
import jp.otodoke.inbox.TaskPanel;
import jp.otodoke.inbox.Tasks;
import org.springframework.stereotype.Component;

/** The payer has stopped the debit at the bank: the customer is asked whether to go on. */
@Component
class StoppedDebitTask implements TaskKind {
    static final String TYPE = "debit-stopped";

    private static final String RESUME = "RESUME";

    private final Tasks tasks;
    private final ResumeMandate resumeMandate;

    StoppedDebitTask(Tasks tasks, ResumeMandate resumeMandate) {
        this.tasks = tasks;
        this.resumeMandate = resumeMandate;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String subjectKind() {
        return CustomerSubject.KIND;
    }

    @Override
    public StaffGroup group() {
        return StaffGroup.ACCOUNTING;
    }

    @Override
    public List<String> decisions() {
        return List.of(RESUME, "OTHERWISE");
    }

    @Override
    public boolean commentRequired(String decision) {
        return !decision.equals(RESUME);
    }

    /** The payer may stop it again. */
    @Override
    public boolean mayRecur(String decision) {
        return true;
    }

    @Override
    public void decide(TaskDecision decision) {
        if (decision.code().equals(RESUME)) {
            var key = tasks.key(decision.task().id());
            resumeMandate.resume(Long.parseLong(key.split("[:#]")[1]));
        }
    }

    @Override
    public TaskDetails details(OpenTask task) {
        return TaskDetails.of(new TaskPanel(
                "payments/task-mandate", Map.of("customer", task.subject().key()), false));
    }
}

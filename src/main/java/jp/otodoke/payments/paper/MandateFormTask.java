package jp.otodoke.payments.paper;

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

/** A mandate on paper has a defect: it goes back with a letter, or nobody waits for a right one any more. */
@Component
class MandateFormTask implements TaskKind {
    static final String TYPE = "mandate-form-defect";
    private static final String POSTED = "POSTED";
    private static final String GIVE_UP = "GIVE_UP";

    private final Tasks tasks;
    private final GiveUpMandateForm giveUpMandateForm;

    MandateFormTask(Tasks tasks, GiveUpMandateForm giveUpMandateForm) {
        this.tasks = tasks;
        this.giveUpMandateForm = giveUpMandateForm;
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
        return List.of(POSTED, GIVE_UP);
    }

    /** It says what was agreed on, or by which post it went. */
    @Override
    public boolean commentRequired(String decision) {
        return true;
    }

    @Override
    public void decide(TaskDecision decision) {
        if (decision.code().equals(GIVE_UP)) {
            giveUpMandateForm.giveUp(form(decision.task()), decision.staff());
        }
    }

    @Override
    public TaskDetails details(OpenTask task) {
        return TaskDetails.of(new TaskPanel(
                "payments/task-mandate-form", Map.of("customer", task.subject().key(), "form", form(task)), true));
    }

    private long form(OpenTask task) {
        return Long.parseLong(tasks.key(task.id()).split("[:#]")[1]);
    }
}

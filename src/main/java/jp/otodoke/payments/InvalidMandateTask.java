package jp.otodoke.payments;

import java.util.List;
import java.util.Map;
import jp.otodoke.customers.CustomerSubject;
import jp.otodoke.inbox.OpenTask;
import jp.otodoke.inbox.StaffGroup;
import jp.otodoke.inbox.TaskDetails;
import jp.otodoke.inbox.TaskKind;
import jp.otodoke.inbox.TaskPanel;
import org.springframework.stereotype.Component;

/** The bank knows no such account or mandate: a new one, once registered, closes the task; or the customer pays otherwise. */
@Component
class InvalidMandateTask implements TaskKind {
    static final String TYPE = "mandate-invalid";

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
        return List.of("OTHERWISE");
    }

    /** What was agreed on instead. */
    @Override
    public boolean commentRequired(String decision) {
        return true;
    }

    @Override
    public TaskDetails details(OpenTask task) {
        return TaskDetails.of(new TaskPanel(
                "payments/task-mandate", Map.of("customer", task.subject().key()), true));
    }
}

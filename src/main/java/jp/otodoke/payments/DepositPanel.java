package jp.otodoke.payments;

import java.util.Map;
import java.util.Optional;
import jp.otodoke.inbox.OpenTask;
import jp.otodoke.inbox.TaskDetails;
import jp.otodoke.inbox.TaskPanel;
import org.springframework.stereotype.Component;

/** The deposit that a task is about, with the way to its page. */
@Component
class DepositPanel {
    private final Deposits deposits;

    DepositPanel(Deposits deposits) {
        this.deposits = deposits;
    }

    /** @param containsTheWork whether the task is done on the deposit's page */
    TaskDetails of(OpenTask task, boolean containsTheWork) {
        return find(task)
                .map(deposit -> TaskDetails.of(
                        new TaskPanel("payments/task-deposit", Map.of("deposit", deposit), containsTheWork)))
                .orElse(TaskDetails.NONE);
    }

    Optional<Deposit> find(OpenTask task) {
        return task.keys(DepositSubject.KIND).stream().findFirst().flatMap(id -> deposits.find(Long.parseLong(id)));
    }
}

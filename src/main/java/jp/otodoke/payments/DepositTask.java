package jp.otodoke.payments;

import java.util.Map;
import jp.otodoke.inbox.OpenTask;
import jp.otodoke.inbox.StaffGroup;
import jp.otodoke.inbox.TaskDetails;
import jp.otodoke.inbox.TaskKind;
import jp.otodoke.inbox.TaskPanel;

/** A deposit that must be handled manually; the task shows it and links to the page for doing so. */
record DepositTask(String type, Deposits deposits) implements TaskKind {
    static final String UNMATCHED = "deposit-unmatched";
    static final String REVERSED = "deposit-reversed";

    @Override
    public String subjectKind() {
        return DepositSubject.KIND;
    }

    @Override
    public StaffGroup group() {
        return StaffGroup.ACCOUNTING;
    }

    @Override
    public TaskDetails details(OpenTask task) {
        return task.keys(DepositSubject.KIND).stream()
                .findFirst()
                .flatMap(id -> deposits.find(Long.parseLong(id)))
                .map(deposit ->
                        TaskDetails.of(new TaskPanel("payments/task-deposit", Map.of("deposit", deposit), true)))
                .orElse(TaskDetails.NONE);
    }
}

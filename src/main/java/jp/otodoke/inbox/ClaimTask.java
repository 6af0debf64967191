package jp.otodoke.inbox;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes a task for oneself, or gives it back. */
@Component
public class ClaimTask {
    private final JdbcClient jdbc;
    private final Tasks tasks;
    private final LockedTask held;
    private final TaskHistory history;
    private final TaskConflict second;

    ClaimTask(JdbcClient jdbc, Tasks tasks, LockedTask held, TaskHistory history, TaskConflict second) {
        this.jdbc = jdbc;
        this.tasks = tasks;
        this.held = held;
        this.history = history;
        this.second = second;
    }

    /** @throws Refusal when somebody else has it (conflict), it is not open, or not the person's business */
    @Transactional
    public OpenTask claim(long id, String staff) {
        held.workable(id);
        var taken = jdbc.sql("update task set assignee = :staff where id = :id and state = 'OPEN' and assignee is null")
                .param("id", id)
                .param("staff", staff)
                .update();
        if (taken > 0) {
            history.add(id, TaskHistory.Kind.CLAIMED, staff);
        }
        return tasks.find(id).filter(task -> staff.equals(task.assignee())).orElseThrow(() -> second.refusal(id));
    }

    /**
     * Gives the task back to its group; a colleague's only by those who answer for operations.
     *
     * @throws Refusal when a colleague has it (conflict), it is not open, or not the person's business
     */
    @Transactional
    public OpenTask release(long id, String staff) {
        held.movableBy(staff, id);
        var given = jdbc.sql(
                        "update task set assignee = null where id = :id and state = 'OPEN' and assignee is not null")
                .param("id", id)
                .update();
        if (given > 0) {
            history.add(id, TaskHistory.Kind.RELEASED, staff);
        }
        return tasks.find(id).orElseThrow(() -> second.refusal(id));
    }
}

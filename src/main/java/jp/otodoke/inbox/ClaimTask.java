package jp.otodoke.inbox;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Claims a task for oneself, or releases it. */
@Component
public class ClaimTask {
    private final JdbcClient jdbc;
    private final Tasks tasks;
    private final LockedTask held;
    private final TaskHistory history;
    private final TaskConflict conflict;

    ClaimTask(JdbcClient jdbc, Tasks tasks, LockedTask held, TaskHistory history, TaskConflict conflict) {
        this.jdbc = jdbc;
        this.tasks = tasks;
        this.held = held;
        this.history = history;
        this.conflict = conflict;
    }

    /** @throws Refusal if it is assigned to somebody else (conflict), is not open, or the user may not work on it */
    @Transactional
    public OpenTask claim(long id, String staff) {
        held.lock(id);
        var taken = jdbc.sql("update task set assignee = :staff where id = :id and state = 'OPEN' and assignee is null")
                .param("id", id)
                .param("staff", staff)
                .update();
        if (taken > 0) {
            history.add(id, TaskHistory.Kind.CLAIMED, staff);
        }
        return tasks.find(id).filter(task -> staff.equals(task.assignee())).orElseThrow(() -> conflict.refusal(id));
    }

    /**
     * Releases the task to its group; only staff with the operations permission can release a colleague's task.
     *
     * @throws Refusal if it is assigned to a colleague (conflict), is not open, or the user may not work on it
     */
    @Transactional
    public OpenTask release(long id, String staff) {
        held.lockForMoving(staff, id);
        var given = jdbc.sql(
                        "update task set assignee = null where id = :id and state = 'OPEN' and assignee is not null")
                .param("id", id)
                .update();
        if (given > 0) {
            history.add(id, TaskHistory.Kind.RELEASED, staff);
        }
        return tasks.find(id).orElseThrow(() -> conflict.refusal(id));
    }
}

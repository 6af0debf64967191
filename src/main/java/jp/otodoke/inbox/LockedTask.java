package jp.otodoke.inbox;

import jp.otodoke.staff.CurrentStaff;
import jp.otodoke.staff.Permission;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Locks an open task until the transaction ends and checks that the user may act on it; every change to a task
 * goes through here.
 */
@Component
class LockedTask {
    private final JdbcClient jdbc;
    private final Tasks tasks;
    private final CurrentStaff current;
    private final TaskRights rights;
    private final TaskConflict conflict;

    LockedTask(JdbcClient jdbc, Tasks tasks, CurrentStaff current, TaskRights rights, TaskConflict conflict) {
        this.jdbc = jdbc;
        this.tasks = tasks;
        this.current = current;
        this.rights = rights;
        this.conflict = conflict;
    }

    /**
     * @throws Refusal if it is not open, the user may not work on it, or it is assigned to a colleague and the
     *     user lacks the operations permission
     */
    OpenTask lockForMoving(String staff, long id) {
        var task = lock(id);
        if (task.assignee() != null && !task.assignee().equals(staff) && !current.may(Permission.OPERATIONS)) {
            throw conflict.refusal(id);
        }
        return task;
    }

    /** @throws Refusal if it is not open, the user may not work on it, or it is assigned to a colleague */
    OpenTask lockForDeciding(String staff, long id) {
        var task = lock(id);
        if (task.assignee() != null && !task.assignee().equals(staff)) {
            throw conflict.refusal(id);
        }
        return task;
    }

    /** @throws Refusal if it is not open or the user may not work on it */
    OpenTask lock(long id) {
        jdbc.sql("select id from task where id = :id for update")
                .param("id", id)
                .query(Long.class)
                .optional();
        var task = tasks.find(id).orElseThrow(() -> conflict.refusal(id));
        rights.require(task);
        return task;
    }
}

package jp.otodoke.inbox;

import jp.otodoke.staff.CurrentStaff;
import jp.otodoke.staff.Permission;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** An open task, locked until the transaction ends, that the person may do something with: the one gate to every change. */
@Component
class LockedTask {
    private final JdbcClient jdbc;
    private final Tasks tasks;
    private final CurrentStaff current;
    private final TaskRights rights;
    private final TaskConflict second;

    LockedTask(JdbcClient jdbc, Tasks tasks, CurrentStaff current, TaskRights rights, TaskConflict second) {
        this.jdbc = jdbc;
        this.tasks = tasks;
        this.current = current;
        this.rights = rights;
        this.second = second;
    }

    /** @throws Refusal when it is not open, not the person's business, or a colleague has it: only those who answer for operations move such a task */
    OpenTask movableBy(String staff, long id) {
        var task = workable(id);
        if (task.assignee() != null && !task.assignee().equals(staff) && !current.may(Permission.OPERATIONS)) {
            throw second.refusal(id);
        }
        return task;
    }

    /** @throws Refusal when it is not open, not the person's business, or a colleague has it */
    OpenTask decidableBy(String staff, long id) {
        var task = workable(id);
        if (task.assignee() != null && !task.assignee().equals(staff)) {
            throw second.refusal(id);
        }
        return task;
    }

    /** @throws Refusal when it is not open or not the person's business */
    OpenTask workable(long id) {
        jdbc.sql("select id from task where id = :id for update")
                .param("id", id)
                .query(Long.class)
                .optional();
        var task = tasks.find(id).orElseThrow(() -> second.refusal(id));
        rights.demand(task);
        return task;
    }
}

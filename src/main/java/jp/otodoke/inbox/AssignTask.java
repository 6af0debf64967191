package jp.otodoke.inbox;

import java.util.List;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.staff.StaffUser;
import jp.otodoke.staff.StaffUsers;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Assigns a task to a colleague. */
@Component
public class AssignTask {
    private final JdbcClient jdbc;
    private final Tasks tasks;
    private final LockedTask held;
    private final StaffUsers people;
    private final TaskRights rights;
    private final TaskHistory history;

    AssignTask(
            JdbcClient jdbc, Tasks tasks, LockedTask held, StaffUsers people, TaskRights rights, TaskHistory history) {
        this.jdbc = jdbc;
        this.tasks = tasks;
        this.held = held;
        this.people = people;
        this.rights = rights;
        this.history = history;
    }

    /**
     * @param note message for the colleague
     * @throws Refusal if the task is not open or is assigned to somebody else
     * @throws InvalidInput if there is no such colleague for this task, or it is the person who assigns it
     */
    @Transactional
    public OpenTask assign(long id, String to, @Nullable String note, String staff) {
        var task = held.lockForMoving(staff, id);
        if (to.equals(staff)) {
            throw new InvalidInput("to", "yourself", BilingualText.of("inbox.assign.problem.self"));
        }
        if (colleagues(task).stream().noneMatch(c -> c.username().equals(to))) {
            throw new InvalidInput("to", "unknown", BilingualText.of("inbox.assign.problem.unknown"));
        }
        jdbc.sql("update task set assignee = :to where id = :id")
                .param("to", to)
                .param("id", id)
                .update();
        history.add(id, TaskHistory.Kind.ASSIGNED, staff, to, null, note);
        return tasks.find(id).orElseThrow();
    }

    /** Active staff whose daily work includes such tasks and who may decide this one. */
    public List<StaffUser> colleagues(OpenTask task) {
        return people.all().stream()
                .filter(StaffUser::active)
                .filter(person -> StaffGroup.ofWork(person.roles()).contains(task.group()))
                .filter(person -> rights.may(person.roles(), task))
                .toList();
    }
}

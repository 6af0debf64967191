package jp.otodoke.inbox;

import java.util.Collection;
import java.util.List;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.Refusal;
import jp.otodoke.staff.CurrentStaff;
import jp.otodoke.staff.Permission;
import jp.otodoke.staff.Role;
import org.springframework.stereotype.Component;

/**
 * Who may work on the tasks of a group: anyone with permission to do the same work without a task. Otherwise a
 * decision would bypass the permissions for orders, shipments and payments.
 */
@Component
public class TaskRights {
    private final CurrentStaff current;
    private final TaskKinds kinds;

    TaskRights(CurrentStaff current, TaskKinds kinds) {
        this.current = current;
        this.kinds = kinds;
    }

    /**
     * Whether the current user may work on tasks of this group; automatic work always may, as its initiator was
     * authorised.
     */
    public boolean may(StaffGroup group) {
        return current.isMachine() || (current.may(Permission.WORK_TASKS) && current.may(group.permission()));
    }

    /** Like {@link #may(StaffGroup)}, also considering the permission required by the kind of task. */
    public boolean may(OpenTask task) {
        return may(task.group())
                && (current.isMachine() || needed(task).stream().allMatch(current::may));
    }

    /** @throws Refusal forbidden, with the name of the group that may */
    void require(OpenTask task) {
        if (!may(task)) {
            throw Refusal.forbidden(
                    "task.not-yours", BilingualText.named("group", task.group().code()));
        }
    }

    /** Whether somebody with these roles may work on the task. */
    boolean may(Collection<Role> roles, OpenTask task) {
        return roles.stream()
                .map(Role::permissions)
                .anyMatch(held -> held.contains(Permission.WORK_TASKS)
                        && held.contains(task.group().permission())
                        && held.containsAll(needed(task)));
    }

    /** If a task belongs to another group than that of its kind, the permission of that group is sufficient. */
    private List<Permission> needed(OpenTask task) {
        var kind = kinds.of(task.type());
        return kind.permission() == kind.group().permission() ? List.of() : List.of(kind.permission());
    }
}

package jp.otodoke.inbox;

import java.util.Collection;
import java.util.List;
import jp.otodoke.shared.Refusal;
import jp.otodoke.staff.CurrentStaff;
import jp.otodoke.staff.Permission;
import jp.otodoke.staff.Role;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Component;

/**
 * Who may work on the tasks of which group: who may do the same without a task. Else a decision would be a way around what
 * the orders, the parcels and the money ask for.
 */
@Component
public class TaskRights {
    private final CurrentStaff current;
    private final TaskKinds kinds;

    TaskRights(CurrentStaff current, TaskKinds kinds) {
        this.current = current;
        this.kinds = kinds;
    }

    /** Whether the one who acts now may; what the machine does by itself was allowed to whoever set it going. */
    public boolean may(StaffGroup group) {
        return current.isMachine() || (current.may(Permission.WORK_TASKS) && current.may(group.permission()));
    }

    /** As {@link #may(StaffGroup)}, with what the kind of task asks for. */
    public boolean may(OpenTask task) {
        return may(task.group())
                && (current.isMachine() || needed(task).stream().allMatch(current::may));
    }

    /** @throws Refusal forbidden, with the name of the group that may */
    void demand(OpenTask task) {
        if (!may(task)) {
            var group = task.group().code();
            throw Refusal.forbidden(
                    "task.not-yours", new DefaultMessageSourceResolvable(new String[] {"group." + group}, group));
        }
    }

    /** Whether somebody with these roles may. */
    boolean may(Collection<Role> roles, OpenTask task) {
        return roles.stream()
                .map(Role::permissions)
                .anyMatch(held -> held.contains(Permission.WORK_TASKS)
                        && held.contains(task.group().permission())
                        && held.containsAll(needed(task)));
    }

    /** A task that another group than its kind's has asks for what that group may. */
    private List<Permission> needed(OpenTask task) {
        var kind = kinds.of(task.type());
        return kind.permission() == kind.group().permission() ? List.of() : List.of(kind.permission());
    }
}

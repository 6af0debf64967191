package jp.otodoke.inbox;

import java.util.Collection;
import java.util.Map;
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
    private static final Map<String, Permission> NEEDED = Map.of(
            "orders", Permission.ORDERS_EDIT,
            "shipping", Permission.SHIPMENTS_EDIT,
            "accounting", Permission.MONEY_EDIT,
            "marketing", Permission.MARKETING_EDIT,
            "operations", Permission.OPERATIONS);

    private final CurrentStaff current;

    TaskRights(CurrentStaff current) {
        this.current = current;
    }

    /** Whether the one who acts now may; what the machine does by itself was allowed to whoever set it going. */
    public boolean may(String group) {
        return current.isMachine() || (current.may(Permission.WORK_TASKS) && current.may(needed(group)));
    }

    /** @throws Refusal forbidden, with the name of the group that may */
    void demand(String group) {
        if (!may(group)) {
            throw Refusal.forbidden(
                    "task.not-yours", new DefaultMessageSourceResolvable(new String[] {"group." + group}, group));
        }
    }

    static boolean may(Collection<Role> roles, String group) {
        return roles.stream()
                .map(Role::permissions)
                .anyMatch(held -> held.contains(Permission.WORK_TASKS) && held.contains(needed(group)));
    }

    private static Permission needed(String group) {
        return NEEDED.getOrDefault(group, Permission.OPERATIONS);
    }
}

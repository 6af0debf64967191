package jp.otodoke.inbox;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import jp.otodoke.staff.Permission;
import jp.otodoke.staff.Role;

/** Whose daily work the tasks of a group are; deciding them asks {@link TaskRights} besides. */
public final class TaskGroups {
    public static final List<String> ALL = List.of("orders", "shipping", "accounting", "marketing", "operations");

    /** What only those hold who do the work all day: customer service may change parcels too, but it keeps no stock. */
    private static final Map<String, Permission> DAILY = Map.of(
            "orders", Permission.ORDERS_EDIT,
            "shipping", Permission.STOCK_EDIT,
            "accounting", Permission.MONEY_EDIT,
            "marketing", Permission.MARKETING_EDIT,
            "operations", Permission.OPERATIONS);

    private TaskGroups() {}

    public static List<String> of(Predicate<Permission> may) {
        return ALL.stream()
                .filter(group -> may.test(Objects.requireNonNull(DAILY.get(group))))
                .toList();
    }

    public static List<String> ofRoles(Collection<Role> roles) {
        return of(
                permission -> roles.stream().anyMatch(role -> role.permissions().contains(permission)));
    }
}

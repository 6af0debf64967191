package jp.otodoke.workflow;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import jp.otodoke.staff.Role;

/** Whose tasks a person works on, by role. */
public final class TaskGroups {
    public static final List<String> ALL = List.of("orders", "shipping", "accounting", "marketing", "operations");

    private static final Map<String, List<String>> GROUPS = Map.of(
            "operator", List.of("orders"),
            "shipping", List.of("shipping"),
            "accounting", List.of("accounting"),
            "marketing", List.of("marketing"),
            "manager", ALL,
            "admin", ALL);

    private TaskGroups() {}

    /** @param roles in lower case */
    public static List<String> of(Collection<String> roles) {
        var groups = new LinkedHashSet<String>();
        roles.forEach(role -> groups.addAll(GROUPS.getOrDefault(role, List.of())));
        return List.copyOf(groups);
    }

    public static List<String> ofRoles(Collection<Role> roles) {
        return of(roles.stream().map(Role::code).toList());
    }
}

package jp.otodoke.desk;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whose tasks a person works on, by role. */
final class MyGroups {
    static final List<String> ALL = List.of("orders", "shipping", "accounting", "marketing", "operations");

    private static final Map<String, List<String>> GROUPS = Map.of(
            "operator", List.of("orders"),
            "shipping", List.of("shipping"),
            "accounting", List.of("accounting"),
            "marketing", List.of("marketing"),
            "manager", ALL,
            "admin", ALL);

    private MyGroups() {}

    static List<String> of(Set<String> roles) {
        var groups = new LinkedHashSet<String>();
        roles.forEach(role -> groups.addAll(GROUPS.getOrDefault(role, List.of())));
        return List.copyOf(groups);
    }
}

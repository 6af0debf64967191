package jp.otodoke.inbox;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import jp.otodoke.staff.Permission;
import jp.otodoke.staff.Role;

/** A group of staff to which tasks belong; its name is the message {@code group.<code>}. */
public enum StaffGroup {
    ORDERS(Permission.ORDERS_EDIT, Permission.ORDERS_EDIT),
    /**
     * Customer service may change shipments too but does not manage stock, so shipping tasks are not part of its
     * daily work.
     */
    SHIPPING(Permission.SHIPMENTS_EDIT, Permission.STOCK_EDIT),
    ACCOUNTING(Permission.MONEY_EDIT, Permission.MONEY_EDIT),
    MARKETING(Permission.MARKETING_EDIT, Permission.MARKETING_EDIT),
    OPERATIONS(Permission.OPERATIONS, Permission.OPERATIONS);

    private final Permission permission;
    private final Permission daily;

    StaffGroup(Permission permission, Permission daily) {
        this.permission = permission;
        this.daily = daily;
    }

    /** Unknown groups are treated as operations. */
    public static StaffGroup of(String code) {
        return Arrays.stream(values())
                .filter(group -> group.code().equals(code))
                .findFirst()
                .orElse(OPERATIONS);
    }

    /** The code used in tables, in the API and in URLs. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The permission required for its tasks, the same as for the corresponding work without a task. */
    public Permission permission() {
        return permission;
    }

    public static List<String> codes() {
        return Arrays.stream(values()).map(StaffGroup::code).toList();
    }

    /** The groups whose tasks are daily work for somebody with these permissions. */
    public static List<StaffGroup> ofWork(Predicate<Permission> may) {
        return Arrays.stream(values()).filter(group -> may.test(group.daily)).toList();
    }

    public static List<StaffGroup> ofWork(Collection<Role> roles) {
        return ofWork(held -> roles.stream().anyMatch(role -> role.permissions().contains(held)));
    }
}

package jp.otodoke.inbox;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import jp.otodoke.staff.Permission;
import jp.otodoke.staff.Role;

/** A group of staff whose work tasks are; its name is the message {@code group.<code>}. */
public enum StaffGroup {
    ORDERS(Permission.ORDERS_EDIT, Permission.ORDERS_EDIT),
    /** Customer service may change shipments too, but keeps no stock: such tasks are not its daily work. */
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

    /** One that is not known any more is the business of those who answer for operations. */
    public static StaffGroup of(String code) {
        return Arrays.stream(values())
                .filter(group -> group.code().equals(code))
                .findFirst()
                .orElse(OPERATIONS);
    }

    /** As it stands in tables, in the API and in addresses. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What its tasks ask for: what the same asks for without a task. */
    public Permission permission() {
        return permission;
    }

    public static List<String> codes() {
        return Arrays.stream(values()).map(StaffGroup::code).toList();
    }

    /** Whose daily work are the tasks of which groups. */
    public static List<StaffGroup> ofWork(Predicate<Permission> may) {
        return Arrays.stream(values()).filter(group -> may.test(group.daily)).toList();
    }

    public static List<StaffGroup> ofWork(Collection<Role> roles) {
        return ofWork(held -> roles.stream().anyMatch(role -> role.permissions().contains(held)));
    }
}

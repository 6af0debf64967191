package jp.otodoke.staff;

import static jp.otodoke.staff.Permission.*;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** The roles, and the table of their permissions. */
public enum Role {
    OPERATOR(
            VIEW,
            PERSONAL_VIEW,
            PARCEL_VIEW,
            WORK_TASKS,
            CUSTOMERS_EDIT,
            ORDERS_EDIT,
            SUBSCRIPTIONS_EDIT,
            SUBSCRIPTIONS_RUN,
            IMPORTS,
            SHIPMENTS_EDIT,
            MONEY_VIEW,
            DEMO),
    SHIPPING(VIEW, PARCEL_VIEW, PERSONAL_REVEAL, WORK_TASKS, STOCK_EDIT, SHIPMENTS_EDIT, IMPORTS, PARTNERS_VIEW, DEMO),
    ACCOUNTING(
            VIEW,
            PERSONAL_VIEW,
            PARCEL_VIEW,
            WORK_TASKS,
            MONEY_VIEW,
            MONEY_EDIT,
            IMPORTS,
            PARTNERS_VIEW,
            INVARIANTS_VIEW,
            DEMO),
    MARKETING(VIEW, PERSONAL_REVEAL, WORK_TASKS, PRODUCTS_EDIT, MARKETING_EDIT, DEMO),
    MANAGER(EnumSet.complementOf(EnumSet.of(SYSTEM))),
    ADMIN(VIEW, MONEY_VIEW, PARTNERS_VIEW, OPERATIONS, INVARIANTS_VIEW, AUDIT_VIEW, SYSTEM, DEMO);

    private final Set<Permission> permissions;

    Role(Permission first, Permission... others) {
        this(EnumSet.of(first, others));
    }

    Role(Set<Permission> permissions) {
        this.permissions = permissions;
    }

    public Set<Permission> permissions() {
        return EnumSet.copyOf(permissions);
    }

    /** In lower case, as used elsewhere. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The roles themselves ({@code ROLE_…}) and all their permissions. */
    static List<GrantedAuthority> authorities(Collection<Role> roles) {
        return roles.stream()
                .flatMap(role -> Stream.concat(
                        Stream.of("ROLE_" + role.name()),
                        role.permissions.stream().map(Enum::name)))
                .distinct()
                .<GrantedAuthority>map(SimpleGrantedAuthority::new)
                .toList();
    }
}

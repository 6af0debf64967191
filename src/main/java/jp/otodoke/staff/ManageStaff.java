package jp.otodoke.staff;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.TextNormalizer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who may sign in, and with which roles; every change is recorded, and one administrator always remains. */
@Component
public class ManageStaff {
    /** How long a one-time password is valid for the first sign-in. */
    static final Duration ONE_TIME_GOOD = Duration.ofDays(3);

    private static final int GROUPS = 4;
    private static final int GROUP_SIZE = 5;
    private static final int LONGEST_NAME = 60;

    private final StaffUsers users;
    private final PasswordEncoder passwords;
    private final AuditTrail audit;
    private final CurrentStaff staff;
    private final ApplicationEventPublisher events;

    ManageStaff(
            StaffUsers users,
            PasswordEncoder passwords,
            AuditTrail audit,
            CurrentStaff staff,
            ApplicationEventPublisher events) {
        this.users = users;
        this.passwords = passwords;
        this.audit = audit;
        this.staff = staff;
        this.events = events;
    }

    /** @return the one-time password, shown only once */
    @Transactional
    public String register(String username, String displayName, List<Role> roles) {
        var name = TextNormalizer.clean(username).toLowerCase(Locale.ROOT);
        var problems = problems(displayName, roles);
        if (!name.matches("[a-z0-9][a-z0-9._-]{1,39}")) {
            problems.add(0, problem("username", "staff.username.form"));
        }
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        var password = RandomText.groups(GROUPS, GROUP_SIZE);
        var hash = String.valueOf(passwords.encode(password));
        var added = users.add(new StaffUser(name, TextNormalizer.clean(displayName), hash, roles, true, true, false));
        if (!added) {
            throw new InvalidInput(List.of(problem("username", "staff.username.taken")));
        }
        users.oneTimePassword(name, hash, ONE_TIME_GOOD);
        audit.record("staff-registered", name, words(roles));
        return password;
    }

    @Transactional
    public void change(String username, String displayName, List<Role> roles, boolean active) {
        users.oneAtATime();
        var before = known(username);
        var problems = problems(displayName, roles);
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        var ofTheirs = username.equals(staff.name());
        if (ofTheirs && before.roles().contains(Role.ADMIN) && (!active || !roles.contains(Role.ADMIN))) {
            throw Refusal.conflict("staff.refused.self");
        }
        users.change(username, TextNormalizer.clean(displayName), roles, active);
        if (users.activeAdmins() == 0) {
            throw Refusal.conflict("staff.refused.last-admin");
        }
        note(before, TextNormalizer.clean(displayName), roles, active);
        if (!active || !before.roles().equals(roles)) {
            events.publishEvent(new AccessEnded(username, active ? "roles-changed" : "deactivated"));
        }
    }

    /** @return the one-time password, shown only once */
    @Transactional
    public String resetPassword(String username) {
        var user = known(username);
        var password = RandomText.groups(GROUPS, GROUP_SIZE);
        users.oneTimePassword(user.username(), String.valueOf(passwords.encode(password)), ONE_TIME_GOOD);
        audit.record("password-reset", username, "");
        events.publishEvent(new AccessEnded(username, "password-reset"));
        return password;
    }

    private void note(StaffUser before, String displayName, List<Role> roles, boolean active) {
        if (before.active() != active) {
            audit.record(active ? "staff-activated" : "staff-deactivated", before.username(), "");
        }
        if (!before.roles().equals(roles)) {
            audit.record("staff-roles-changed", before.username(), words(before.roles()) + " → " + words(roles));
        }
        if (!before.displayName().equals(displayName)) {
            audit.record("staff-renamed", before.username(), before.displayName() + " → " + displayName);
        }
    }

    private StaffUser known(String username) {
        return users.find(username).orElseThrow(() -> Refusal.notFound("staff.unknown", username));
    }

    private List<FieldProblem> problems(String displayName, List<Role> roles) {
        var problems = new ArrayList<FieldProblem>();
        if (TextNormalizer.blank(displayName) || displayName.length() > LONGEST_NAME) {
            problems.add(problem("displayName", "staff.displayName.form"));
        }
        if (roles.isEmpty()) {
            problems.add(problem("roles", "staff.roles.none"));
        }
        return problems;
    }

    private FieldProblem problem(String field, String key) {
        return new FieldProblem(field, "invalid", BilingualText.of(key));
    }

    private static String words(List<Role> roles) {
        return roles.stream().map(Role::code).collect(Collectors.joining(", "));
    }
}

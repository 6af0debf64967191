package jp.otodoke.staff;

import java.util.List;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A person takes a new password. */
@Component
public class ChangePassword {
    private final StaffUsers users;
    private final PasswordEncoder passwords;
    private final AuditTrail audit;
    private final PasswordRules rules;
    private final ApplicationEventPublisher events;

    ChangePassword(
            StaffUsers users,
            PasswordEncoder passwords,
            AuditTrail audit,
            PasswordRules rules,
            ApplicationEventPublisher events) {
        this.users = users;
        this.passwords = passwords;
        this.audit = audit;
        this.rules = rules;
        this.events = events;
    }

    @Transactional
    public StaffUser change(String username, String present, String wanted, String again) {
        var user = users.find(username).orElseThrow(() -> Refusal.notFound("staff.unknown", username));
        if (!passwords.matches(present, user.password())) {
            throw wrong("present", "wrong", "staff.password.wrong");
        }
        if (wanted.equals(present)) {
            throw wrong("wanted", "unchanged", "staff.password.unchanged");
        }
        for (var problem : rules.problems(wanted, user.secondFactor(), List.of(username, user.displayName()))) {
            throw wrong("wanted", "weak", problem);
        }
        if (!wanted.equals(again)) {
            throw wrong("again", "different", "staff.password.different");
        }
        users.changePassword(username, String.valueOf(passwords.encode(wanted)));
        audit.record("password-changed", username, "");
        events.publishEvent(new AccessEnded(username, "password-changed"));
        return users.find(username).orElseThrow();
    }

    private InvalidInput wrong(String field, String code, String key) {
        return new InvalidInput(
                field,
                code,
                BilingualText.of(key, PasswordRules.SHORTEST_ALONE, PasswordRules.SHORTEST_WITH_SECOND_FACTOR));
    }
}

package jp.otodoke.staff;

import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Refusal;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A person takes a new password. */
@Component
public class ChangePassword {
    private static final int SHORTEST = 10;
    /** BCrypt looks at no more bytes than these. */
    private static final int LONGEST = 72;

    private final StaffUsers users;
    private final PasswordEncoder passwords;
    private final AuditTrail audit;
    private final MessageSource messages;

    ChangePassword(StaffUsers users, PasswordEncoder passwords, AuditTrail audit, MessageSource messages) {
        this.users = users;
        this.passwords = passwords;
        this.audit = audit;
        this.messages = messages;
    }

    @Transactional
    public StaffUser change(String username, String present, String wanted, String again) {
        var user = users.find(username).orElseThrow(() -> Refusal.notFound("staff.unknown", username));
        if (!passwords.matches(present, user.password())) {
            throw wrong("present", "wrong", "staff.password.wrong");
        }
        if (wanted.length() < SHORTEST || wanted.getBytes(java.nio.charset.StandardCharsets.UTF_8).length > LONGEST) {
            throw wrong("wanted", "length", "staff.password.length");
        }
        if (wanted.equals(present)) {
            throw wrong("wanted", "unchanged", "staff.password.unchanged");
        }
        if (!wanted.equals(again)) {
            throw wrong("again", "different", "staff.password.different");
        }
        users.changePassword(username, String.valueOf(passwords.encode(wanted)));
        audit.record("password-changed", username, "");
        return users.find(username).orElseThrow();
    }

    private InvalidInput wrong(String field, String code, String key) {
        return new InvalidInput(field, code, messages.getMessage(key, null, LocaleContextHolder.getLocale()));
    }
}

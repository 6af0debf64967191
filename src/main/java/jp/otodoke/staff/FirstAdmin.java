package jp.otodoke.staff;

import java.util.List;
import jp.otodoke.platform.start.StartUpWork;
import jp.otodoke.shared.BilingualText;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Creates the first administrator of an empty production system; the password is valid for one sign-in. */
@Component
@Profile("production")
@Order(Ordered.HIGHEST_PRECEDENCE)
class FirstAdmin implements StartUpWork {
    private final StaffUsers users;
    private final PasswordEncoder passwords;
    private final String password;

    FirstAdmin(
            StaffUsers users, PasswordEncoder passwords, @Value("${OTODOKE_ADMIN_INITIAL_PASSWORD}") String password) {
        this.users = users;
        this.passwords = passwords;
        this.password = password;
    }

    @Override
    @Transactional
    public void run() {
        if (users.none()) {
            users.add(new StaffUser(
                    "admin",
                    BilingualText.of("staff.first-admin").japanese(),
                    String.valueOf(passwords.encode(password)),
                    List.of(Role.ADMIN),
                    true,
                    true,
                    false));
        }
    }
}

package jp.otodoke.demo.staff;

import java.util.Arrays;
import java.util.List;
import jp.otodoke.platform.start.StartUpWork;
import jp.otodoke.staff.ApiClients;
import jp.otodoke.staff.Role;
import jp.otodoke.staff.StaffUser;
import jp.otodoke.staff.StaffUsers;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One user for each role with a token, and a token with all permissions; exists only in demo and tests. */
@Component
@Profile("demo | test")
@Order(Ordered.HIGHEST_PRECEDENCE)
public class DemoStaff implements StartUpWork {
    public static final String PASSWORD = "demo";
    public static final String TOKEN = "demo-token";

    private static final List<String> NAMES = List.of("受注 花子", "出荷 太郎", "経理 良子", "販促 誠", "責任 正", "管理 悟");

    private final StaffUsers users;
    private final ApiClients clients;
    private final PasswordEncoder passwords;

    DemoStaff(StaffUsers users, ApiClients clients, PasswordEncoder passwords) {
        this.users = users;
        this.clients = clients;
        this.passwords = passwords;
    }

    @Override
    @Transactional
    public void run() {
        if (users.none()) {
            var password = passwords.encode(PASSWORD);
            for (var role : Role.values()) {
                users.add(new StaffUser(
                        role.code(),
                        NAMES.get(role.ordinal()),
                        String.valueOf(password),
                        List.of(role),
                        true,
                        false,
                        false));
            }
            clients.add("demo", TOKEN, Arrays.asList(Role.values()));
        }
        for (var role : Role.values()) {
            clients.add(role.code(), token(role), List.of(role));
        }
    }

    /** By which a program is the demo user of a role. */
    public static String token(Role role) {
        return "demo-" + role.code();
    }
}

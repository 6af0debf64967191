package jp.otodoke.staff;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jp.otodoke.shared.BusinessClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Repository;

/** All who may sign in. */
@Repository
public class StaffUsers implements UserDetailsService {
    private final JdbcClient jdbc;
    private final BusinessClock clock;

    StaffUsers(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public UserDetails loadUserByUsername(String username) {
        return find(username).orElseThrow(() -> new UsernameNotFoundException(username));
    }

    public Optional<StaffUser> find(String username) {
        return jdbc.sql("select * from staff_user where username = ?")
                .param(username.strip().toLowerCase(Locale.ROOT))
                .query(StaffUsers::row)
                .optional();
    }

    public List<StaffUser> all() {
        return jdbc.sql("select * from staff_user order by created_at, username")
                .query(StaffUsers::row)
                .list();
    }

    boolean none() {
        return jdbc.sql("select not exists (select from staff_user)")
                .query(Boolean.class)
                .single();
    }

    void add(StaffUser user) {
        jdbc.sql(
                        """
                insert into staff_user
                    (username, display_name, password, roles, active, must_change_password, created_at)
                values (?, ?, ?, ?::text[], ?, ?, ?) on conflict do nothing""")
                .params(
                        user.username(),
                        user.displayName(),
                        user.password(),
                        sqlArray(user.roles()),
                        user.active(),
                        user.mustChangePassword(),
                        clock.instant().atOffset(java.time.ZoneOffset.UTC))
                .update();
    }

    void changePassword(String username, String encoded) {
        jdbc.sql("update staff_user set password = ?, must_change_password = false where username = ?")
                .params(encoded, username)
                .update();
    }

    static String sqlArray(Collection<Role> roles) {
        return "{" + String.join(",", roles.stream().map(Enum::name).toList()) + "}";
    }

    static List<Role> roles(Array array) throws SQLException {
        return Arrays.stream((String[]) array.getArray()).map(Role::valueOf).toList();
    }

    private static StaffUser row(ResultSet row, int number) throws SQLException {
        return new StaffUser(
                row.getString("username"),
                row.getString("display_name"),
                row.getString("password"),
                roles(row.getArray("roles")),
                row.getBoolean("active"),
                row.getBoolean("must_change_password"));
    }
}

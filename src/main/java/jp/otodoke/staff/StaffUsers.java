package jp.otodoke.staff;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import jp.otodoke.shared.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsPasswordService;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The users of the application. */
@Repository
public class StaffUsers implements UserDetailsService, UserDetailsPasswordService {
    private final JdbcClient jdbc;
    private final BusinessClock clock;

    StaffUsers(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public UserDetails loadUserByUsername(String username) {
        // Users who left and users who never existed are indistinguishable from outside, also by timing.
        return find(username)
                .filter(StaffUser::active)
                .filter(user -> !user.mustChangePassword() || !oneTimePasswordEnded(user.username()))
                .orElseThrow(() -> new UsernameNotFoundException(username));
    }

    private boolean oneTimePasswordEnded(String username) {
        return jdbc.sql("select exists (select from staff_user where username = ? and initial_password_expires_at < ?)")
                .params(username, now())
                .query(Boolean.class)
                .single();
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

    /** By user name; names that never existed are not in it. */
    public Map<String, Instant> lastSignIns() {
        var last = new HashMap<String, Instant>();
        jdbc.sql("select username, last_sign_in_at from staff_user where last_sign_in_at is not null")
                .query(row -> {
                    last.put(row.getString(1), row.getTimestamp(2).toInstant());
                });
        return last;
    }

    public boolean none() {
        return jdbc.sql("select not exists (select from staff_user)")
                .query(Boolean.class)
                .single();
    }

    /** @return false if the user name is taken */
    public boolean add(StaffUser user) {
        return jdbc.sql(
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
                                now())
                        .update()
                == 1;
    }

    void change(String username, String displayName, Collection<Role> roles, boolean active) {
        jdbc.sql("update staff_user set display_name = ?, roles = ?::text[], active = ? where username = ?")
                .params(displayName, sqlArray(roles), active, username)
                .update();
    }

    void changePassword(String username, String encoded) {
        jdbc.sql(
                        """
                update staff_user set password = ?, must_change_password = false, initial_password_expires_at = null,
                       password_changed_at = ? where username = ?""")
                .params(encoded, now(), username)
                .update();
    }

    /** The same password under a newer hash, at sign-in; if it was changed meanwhile it is left alone. */
    @Override
    @Transactional
    public UserDetails updatePassword(UserDetails user, @Nullable String encoded) {
        jdbc.sql("update staff_user set password = :renewed where username = :name and password = :known")
                .param("renewed", encoded)
                .param("name", user.getUsername())
                .param("known", user.getPassword())
                .update();
        return find(user.getUsername()).orElseThrow();
    }

    void oneTimePassword(String username, String encoded, Duration good) {
        jdbc.sql(
                        "update staff_user set password = ?, must_change_password = true, initial_password_expires_at = ? where username = ?")
                .params(encoded, now().plus(good), username)
                .update();
    }

    void signedIn(String username) {
        jdbc.sql("update staff_user set last_sign_in_at = ? where username = ?")
                .params(now(), username)
                .update();
    }

    /** Changes of administrators are serialised, so that two at once cannot lock everybody out. */
    void oneAtATime() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('staff-administration'))")
                .query()
                .listOfRows();
    }

    int activeAdmins() {
        return jdbc.sql("select count(*) from staff_user where active and roles @> array['ADMIN']::text[]")
                .query(Integer.class)
                .single();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
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
                row.getBoolean("must_change_password"),
                row.getString("totp_secret") != null);
    }
}

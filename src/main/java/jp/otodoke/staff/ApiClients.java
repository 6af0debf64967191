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
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.otodoke.shared.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** Programs that call the API with a token. Only the SHA-256 of the token is stored. */
@Repository
public class ApiClients {
    /** The precision of the last use; a write for each call would cost more than it is worth. */
    private static final Duration LAST_USED_GRAIN = Duration.ofMinutes(5);

    private final JdbcClient jdbc;
    private final BusinessClock clock;
    private final TransactionTemplate transaction;

    ApiClients(JdbcClient jdbc, BusinessClock clock, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Whose token this is; empty if it is not valid. */
    public Optional<Authentication> authenticate(String token) {
        var hash = RandomText.hash(token);
        var client = jdbc.sql(
                        "select * from api_client where token_hash = ? and active and (ends_at is null or ends_at > ?)")
                .params(hash, now())
                .query((row, n) -> client(row))
                .optional();
        client.filter(c -> c.lastUsedAt() == null
                        || c.lastUsedAt().isBefore(clock.instant().minus(LAST_USED_GRAIN)))
                .ifPresent(c -> transaction.executeWithoutResult(status -> used(c.name())));
        return client.map(ApiClients::authentication);
    }

    public List<ApiClient> all() {
        return jdbc.sql("select * from api_client order by active desc, created_at desc, name")
                .query((row, n) -> client(row))
                .list();
    }

    public Optional<ApiClient> find(String name) {
        return jdbc.sql("select * from api_client where name = ?")
                .param(name)
                .query((row, n) -> client(row))
                .optional();
    }

    public void add(String name, String token, Collection<Role> roles) {
        add(name, token, roles, List.of(), null, CurrentStaff.SYSTEM);
    }

    /** @return false if the name is taken */
    boolean add(
            String name,
            String token,
            Collection<Role> roles,
            Collection<Permission> permissions,
            @Nullable Instant endsAt,
            String by) {
        return jdbc.sql(
                                """
                insert into api_client (name, token_hash, roles, permissions, ends_at, created_by, created_at)
                values (?, ?, ?::text[], ?::text[], ?, ?, ?) on conflict do nothing""")
                        .params(Arrays.asList(
                                name,
                                RandomText.hash(token),
                                StaffUsers.sqlArray(roles),
                                sqlArray(permissions),
                                endsAt == null ? null : endsAt.atOffset(ZoneOffset.UTC),
                                by,
                                now()))
                        .update()
                == 1;
    }

    void newToken(String name, String token) {
        jdbc.sql("update api_client set token_hash = ?, last_used_at = null where name = ?")
                .params(RandomText.hash(token), name)
                .update();
    }

    void revoke(String name) {
        jdbc.sql("update api_client set active = false, revoked_at = ? where name = ? and active")
                .params(now(), name)
                .update();
    }

    private void used(String name) {
        jdbc.sql("update api_client set last_used_at = ? where name = ?")
                .params(now(), name)
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Authentication authentication(ApiClient client) {
        var authorities = Stream.concat(
                        Role.authorities(client.roles()).stream(),
                        client.permissions().stream().map(p -> new SimpleGrantedAuthority(p.name())))
                .collect(Collectors.toSet());
        return UsernamePasswordAuthenticationToken.authenticated(client.name(), null, authorities);
    }

    private static ApiClient client(ResultSet row) throws SQLException {
        return new ApiClient(
                row.getString("name"),
                StaffUsers.roles(row.getArray("roles")),
                permissions(row.getArray("permissions")),
                row.getBoolean("active"),
                row.getString("created_by"),
                row.getTimestamp("created_at").toInstant(),
                instant(row, "ends_at"),
                instant(row, "last_used_at"),
                instant(row, "revoked_at"));
    }

    private static Set<Permission> permissions(Array array) throws SQLException {
        var permissions = EnumSet.noneOf(Permission.class);
        // A permission that no longer exists grants nothing.
        Arrays.stream((String[]) array.getArray())
                .flatMap(name ->
                        Arrays.stream(Permission.values()).filter(p -> p.name().equals(name.toUpperCase(Locale.ROOT))))
                .forEach(permissions::add);
        return permissions;
    }

    private static String sqlArray(Collection<Permission> permissions) {
        return permissions.stream().map(Enum::name).collect(Collectors.joining(",", "{", "}"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}

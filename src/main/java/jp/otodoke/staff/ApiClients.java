package jp.otodoke.staff;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Optional;
import jp.otodoke.shared.BusinessClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Repository;

/** Programs that call the API with a token. */
@Repository
public class ApiClients {
    private final JdbcClient jdbc;
    private final BusinessClock clock;

    ApiClients(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Who calls with this token; empty where nobody may. */
    public Optional<Authentication> authenticate(String token) {
        return jdbc.sql("select name, roles from api_client where token_hash = ? and active")
                .param(hash(token))
                .query((row, n) -> UsernamePasswordAuthenticationToken.authenticated(
                        row.getString("name"), null, Role.authorities(StaffUsers.roles(row.getArray("roles")))))
                .optional()
                .map(Authentication.class::cast);
    }

    void add(String name, String token, Collection<Role> roles) {
        jdbc.sql(
                        """
                insert into api_client (name, token_hash, roles, created_at) values (?, ?, ?::text[], ?)
                on conflict do nothing""")
                .params(
                        name,
                        hash(token),
                        StaffUsers.sqlArray(roles),
                        clock.instant().atOffset(java.time.ZoneOffset.UTC))
                .update();
    }

    private static String hash(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

package jp.otodoke.platform.invariants;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * An invariant whose violations are counted by a query.
 *
 * @param sql returns one number
 */
public record SqlInvariant(JdbcClient jdbc, String name, String sql) implements Invariant {
    @Override
    public long violations() {
        return jdbc.sql(sql).query(Long.class).single();
    }
}

package jp.otodoke.platform.invariants;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * An invariant that a query counts the breaches of.
 *
 * @param sql answers one number
 */
public record SqlInvariant(JdbcClient jdbc, String name, String sql) implements Invariant {
    @Override
    public long violations() {
        return jdbc.sql(sql).query(Long.class).single();
    }
}

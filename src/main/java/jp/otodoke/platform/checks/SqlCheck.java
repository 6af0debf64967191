package jp.otodoke.platform.checks;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import jp.otodoke.shared.BusinessClock;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A check that is one query. One statement sees one consistent state of the database.
 *
 * @param sql returns {@code subject}, {@code group_name}, {@code href}, {@code since} and the text array {@code
 *     facts}; may use {@code :now}
 */
public record SqlCheck(JdbcClient jdbc, BusinessClock clock, String kind, String sql) implements Check {
    @Override
    public List<Observation> observe() {
        return jdbc.sql(sql)
                .param("now", Timestamp.from(clock.instant()))
                .query((row, n) -> observation(row, clock.instant()))
                .list();
    }

    public static Observation observation(ResultSet row, Instant now) throws SQLException {
        var since = row.getTimestamp("since");
        return new Observation(
                row.getString("subject"),
                row.getString("group_name"),
                row.getString("href"),
                since == null ? now : since.toInstant(),
                facts(row.getArray("facts")));
    }

    private static List<String> facts(Array facts) throws SQLException {
        return List.of((String[]) facts.getArray());
    }
}

package jp.otodoke.watchdog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.otodoke.platform.data.LikePattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the findings. */
@Component
public class Findings {
    private static final String WHERE =
            """
              from watchdog_finding
             where state = :state and (:kind = '' or kind = :kind) and (:group = '' or group_name = :group)
               and (:q = '' or subject ilike :like)
            """;

    private final JdbcClient jdbc;

    Findings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Open ones by age, closed ones by the time they ended. */
    @Transactional(readOnly = true)
    public List<Finding> list(Filter filter, int offset, int limit) {
        return jdbc.sql("select *" + WHERE
                        + (filter.closed() ? " order by closed_at desc, id desc" : " order by since, id")
                        + " offset :offset limit :limit")
                .params(filter.parameters())
                .param("offset", offset)
                .param("limit", limit)
                .query((row, n) -> finding(row))
                .list();
    }

    @Transactional(readOnly = true)
    public long count(Filter filter) {
        return jdbc.sql("select count(*)" + WHERE)
                .params(filter.parameters())
                .query(Long.class)
                .single();
    }

    /** All kinds that ever occurred, for the filter. */
    @Transactional(readOnly = true)
    public List<String> kinds() {
        return jdbc.sql("select distinct kind from watchdog_finding where state <> 'SUSPECTED' order by kind")
                .query(String.class)
                .list();
    }

    @Transactional(readOnly = true)
    public long open() {
        return jdbc.sql("select count(*) from watchdog_finding where state = 'OPEN'")
                .query(Long.class)
                .single();
    }

    static Finding finding(ResultSet row) throws SQLException {
        var facts = new ArrayList<String>();
        facts.add(row.getString("subject"));
        facts.addAll(List.of((String[]) row.getArray("facts").getArray()));
        var closed = row.getTimestamp("closed_at");
        return new Finding(
                row.getLong("id"),
                row.getString("kind"),
                row.getString("subject"),
                row.getString("group_name"),
                row.getString("href"),
                List.copyOf(facts),
                row.getTimestamp("since").toInstant(),
                row.getTimestamp("opened_at").toInstant(),
                closed == null ? null : closed.toInstant(),
                row.getString("notified"));
    }

    /** A filter of findings; empty texts match everything. */
    public record Filter(boolean closed, String kind, String group, String q) {
        public static final Filter OPEN = new Filter(false, "", "", "");

        Map<String, Object> parameters() {
            var text = q.strip();
            return Map.of(
                    "state", closed ? "CLOSED" : "OPEN",
                    "kind", kind,
                    "group", group,
                    "q", text,
                    "like", LikePattern.anywhere(text));
        }
    }
}

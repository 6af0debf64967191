package jp.otodoke.workflow;

import java.sql.Timestamp;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import jp.otodoke.shared.BusinessClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How much waits in the inbox. */
@Component
public class InboxFigures {
    private final JdbcClient jdbc;
    private final BusinessClock clock;

    InboxFigures(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Map<String, Long> perGroup() {
        var result = new LinkedHashMap<String, Long>();
        jdbc.sql("select group_name, count(*) as tasks from task where state = 'OPEN' group by group_name order by 1")
                .query(row -> {
                    result.put(row.getString(1), row.getLong(2));
                });
        return result;
    }

    /** The most frequent first. */
    @Transactional(readOnly = true)
    public Map<String, Long> perType(Collection<String> groups) {
        var result = new LinkedHashMap<String, Long>();
        jdbc.sql(
                        """
                        select type, count(*) as tasks from task where state = 'OPEN' and group_name = any(:groups)
                         group by type order by 2 desc, 1
                        """)
                .param("groups", groups.toArray(String[]::new))
                .query(row -> {
                    result.put(row.getString(1), row.getLong(2));
                });
        return result;
    }

    @Transactional(readOnly = true)
    public Figures of(Collection<String> groups, String staff) {
        return jdbc.sql(
                        """
                        select count(*) as open, count(*) filter (where due_at < :now) as late,
                               count(*) filter (where assignee = :staff) as mine
                          from task where state = 'OPEN' and (group_name = any(:groups) or assignee = :staff)
                        """)
                .param("groups", groups.toArray(String[]::new))
                .param("staff", staff)
                .param("now", Timestamp.from(clock.instant()))
                .query(Figures.class)
                .single();
    }

    /** @param mine those that the person has taken */
    public record Figures(long open, long late, long mine) {}
}

package jp.otodoke.inbox;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who is currently viewing a task. Pages report this every few seconds, in real time regardless of the business
 * clock.
 */
@Component
public class TaskViewers {
    private final JdbcClient jdbc;

    TaskViewers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional
    public void see(long task, String who) {
        jdbc.sql(
                        """
                        insert into task_presence values (:task, :who, now())
                        on conflict (task_id, who) do update set seen_at = now()
                        """)
                .param("task", task)
                .param("who", who)
                .update();
    }

    @Transactional
    public void leave(long task, String who) {
        jdbc.sql(
                        "delete from task_presence where (task_id = :task and who = :who) or seen_at < now() - interval '1 hour'")
                .param("task", task)
                .param("who", who)
                .update();
    }

    /** User names by task id. */
    @Transactional(readOnly = true)
    public Map<Long, List<String>> now() {
        return jdbc
                .sql(
                        "select task_id, who from task_presence where seen_at > now() - interval '40 seconds' order by 1, 2")
                .query((row, n) -> Map.entry(row.getLong(1), row.getString(2)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }
}

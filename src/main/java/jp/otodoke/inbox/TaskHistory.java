package jp.otodoke.inbox;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import jp.otodoke.shared.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The history of each task. Append-only. */
@Component
public class TaskHistory {
    private final JdbcClient jdbc;
    private final BusinessClock clock;

    TaskHistory(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<Entry> of(long task) {
        return jdbc.sql(
                        """
                        select at, kind, who, detail, until, note from task_history where task_id = :task order by id desc
                        """)
                .param("task", task)
                .query((row, n) -> new Entry(
                        row.getTimestamp("at").toInstant(),
                        Kind.valueOf(row.getString("kind")),
                        row.getString("who"),
                        row.getString("detail"),
                        row.getTimestamp("until") == null
                                ? null
                                : row.getTimestamp("until").toInstant(),
                        row.getString("note")))
                .list();
    }

    void add(long task, Kind kind, String who) {
        add(task, kind, who, null, null, null);
    }

    /** @param detail the assigned colleague or the decision */
    void add(
            long task, Kind kind, String who, @Nullable String detail, @Nullable Instant until, @Nullable String note) {
        jdbc.sql(
                        """
                        insert into task_history (task_id, at, kind, who, detail, until, note)
                        values (:task, :now, :kind, :who, :detail, :until, :note)
                        """)
                .param("task", task)
                .param("now", Timestamp.from(clock.instant()))
                .param("kind", kind.name())
                .param("who", who)
                .param("detail", detail)
                .param("until", until == null ? null : Timestamp.from(until))
                .param("note", note)
                .update();
    }

    public enum Kind {
        OPENED,
        CLAIMED,
        RELEASED,
        ASSIGNED,
        SNOOZED,
        WOKEN,
        DECIDED,
        CLOSED
    }

    /** @param detail the assigned colleague or the decision */
    public record Entry(
            Instant at,
            Kind kind,
            String who,
            @Nullable String detail,
            @Nullable Instant until,
            @Nullable String note) {}
}

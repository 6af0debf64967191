package jp.otodoke.workflow;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The targets and limits set for the steps. */
@Component
public class StepTargets {
    private static final String SELECT = "select * from step_target";

    private final JdbcClient jdbc;

    StepTargets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public List<StepTarget> all() {
        return jdbc.sql(SELECT + " order by process, step")
                .query((row, n) -> target(row))
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<StepTarget> of(String process, String step) {
        return jdbc.sql(SELECT + " where process = :process and step = :step")
                .param("process", process)
                .param("step", step)
                .query((row, n) -> target(row))
                .optional();
    }

    /** The history of changes, newest first. */
    @Transactional(readOnly = true)
    public List<Change> changes(int limit) {
        return jdbc.sql("select * from step_target_change order by id desc limit :limit")
                .param("limit", limit)
                .query((row, n) -> new Change(
                        row.getString("process"),
                        row.getString("step"),
                        duration(row, "target_before"),
                        Duration.ofSeconds(row.getLong("target_seconds")),
                        duration(row, "limit_before"),
                        Duration.ofSeconds(row.getLong("limit_seconds")),
                        row.getString("changed_by"),
                        row.getTimestamp("changed_at").toInstant()))
                .list();
    }

    private static StepTarget target(ResultSet row) throws SQLException {
        return new StepTarget(
                row.getString("process"),
                row.getString("step"),
                Duration.ofSeconds(row.getLong("target_seconds")),
                Duration.ofSeconds(row.getLong("limit_seconds")),
                row.getString("changed_by"),
                row.getTimestamp("changed_at").toInstant());
    }

    private static @Nullable Duration duration(ResultSet row, String column) throws SQLException {
        var seconds = row.getLong(column);
        return row.wasNull() ? null : Duration.ofSeconds(seconds);
    }

    /** One change; the old values are null for a step's first target. */
    public record Change(
            String process,
            String step,
            @Nullable Duration targetBefore,
            Duration target,
            @Nullable Duration limitBefore,
            Duration limit,
            String by,
            Instant at) {}
}

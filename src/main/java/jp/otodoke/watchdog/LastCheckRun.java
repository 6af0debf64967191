package jp.otodoke.watchdog;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import jp.otodoke.shared.BusinessClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whether the watchdog itself is running: without runs, an empty list means nothing. */
@Component
public class LastCheckRun {
    private static final Duration OVERDUE_AFTER = Duration.ofMinutes(2);

    /**
     * The last run that ended.
     *
     * @param ago in real time, since a moved business clock does not stop the watchdog
     * @param at on the business clock as it is now
     * @param current whether the clock was not moved since the run began
     */
    public record Run(Duration ago, Instant at, boolean current) {
        public boolean isOverdue() {
            return ago.compareTo(OVERDUE_AFTER) > 0;
        }

        /** Whether its result is valid now. */
        public boolean isValid() {
            return current && !isOverdue();
        }
    }

    private record Row(long millis, boolean current) {}

    private final JdbcClient jdbc;
    private final BusinessClock clock;

    LastCheckRun(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Empty before the first run. */
    @Transactional(readOnly = true)
    public Optional<Run> find() {
        return jdbc.sql(
                        """
                        select cast(extract(epoch from clock_timestamp() - finished_at) * 1000 as bigint) as millis,
                               finished_offset_millis is not distinct from :offset as current
                          from watchdog_run where finished_at is not null""")
                .param("offset", clock.offset().toMillis())
                .query(Row.class)
                .optional()
                .map(row -> run(Duration.ofMillis(Math.max(0, row.millis())), row.current()));
    }

    private Run run(Duration ago, boolean current) {
        return new Run(ago, clock.instant().minus(ago), current);
    }
}

package jp.otodoke.watchdog;

import jp.otodoke.shared.BusinessClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records when the checks last ran, and the business clock at that time. */
@Component
class RecordCheckRun {
    private final JdbcClient jdbc;
    private final BusinessClock clock;

    RecordCheckRun(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @return whether the clock was not moved since the previous run. Right after a move the work of days is in
     *     progress, and what looks late may be on its way.
     */
    @Transactional
    boolean begun() {
        return jdbc.sql(
                        """
                        update watchdog_run r set offset_millis = :offset
                          from (select offset_millis from watchdog_run for update) before
                        returning before.offset_millis is not distinct from :offset""")
                .param("offset", clock.offset().toMillis())
                .query(Boolean.class)
                .single();
    }

    /** A run that began before the clock was moved says nothing about the time after it. */
    @Transactional
    void ended() {
        jdbc.sql("update watchdog_run set finished_at = clock_timestamp(), finished_offset_millis = offset_millis")
                .update();
    }
}

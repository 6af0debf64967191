package jp.otodoke.watchdog;

import jp.otodoke.shared.BusinessClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Remembers when the checks ran last, and where the business clock stood. */
@Component
class RecordCheckRun {
    private final JdbcClient jdbc;
    private final BusinessClock clock;

    RecordCheckRun(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @return whether the clock stands as it did at the run before. Right after a move the work of days is settling, and
     *     what looks late may just be on its way.
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

    /** A run that began before a move of the clock says nothing of the time after it. */
    @Transactional
    void ended() {
        jdbc.sql("update watchdog_run set finished_at = clock_timestamp(), finished_offset_millis = offset_millis")
                .update();
    }
}

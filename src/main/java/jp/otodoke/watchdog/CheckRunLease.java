package jp.otodoke.watchdog;

import java.util.Optional;
import java.util.UUID;
import jp.otodoke.shared.BusinessClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets one node go round at a time, by the database's own time: whoever holds the lease renews it, and when it falls
 * silent the next one takes over. Remembers where the business clock stood.
 */
@Component
class CheckRunLease {
    private final JdbcClient jdbc;
    private final BusinessClock clock;
    private final String node = UUID.randomUUID().toString();

    CheckRunLease(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Takes or renews the lease.
     *
     * @return empty where another node goes round; else whether the clock stands as it did at the last look. Right after
     *     a move the work of days is settling, and what looks late may just be on its way.
     */
    @Transactional
    Optional<Boolean> take() {
        var moved = clock.offset().toMillis();
        return jdbc.sql(
                        """
                        update watch_round r set node = :node, offset_millis = :offset,
                               leased_until = clock_timestamp() + interval '45 seconds'
                          from (select offset_millis from watch_round for update) before
                         where r.node is null or r.node = :node or r.leased_until < clock_timestamp()
                        returning before.offset_millis is not distinct from :offset""")
                .param("node", node)
                .param("offset", moved)
                .query(Boolean.class)
                .optional();
    }

    /** A round that began before a move of the clock says nothing of the time after it. */
    @Transactional
    void looked() {
        jdbc.sql("update watch_round set looked_at = clock_timestamp(), looked_offset_millis = offset_millis")
                .update();
    }
}

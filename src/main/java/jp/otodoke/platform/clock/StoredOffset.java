package jp.otodoke.platform.clock;

import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far the business time is ahead of real time, stored where every node reads it. */
@Component
public class StoredOffset {
    private final JdbcClient jdbc;

    StoredOffset(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Duration> find() {
        return jdbc.sql("select offset_millis from business_clock")
                .query(Long.class)
                .optional()
                .map(Duration::ofMillis);
    }

    /** The first node decides; the others take over its value. */
    Duration start(Duration offset) {
        jdbc.sql("insert into business_clock (offset_millis) values (:offset) on conflict do nothing")
                .param("offset", offset.toMillis())
                .update();
        return find().orElseThrow();
    }

    /** Never decreases. */
    public void store(Duration offset) {
        jdbc.sql("update business_clock set offset_millis = greatest(offset_millis, :offset)")
                .param("offset", offset.toMillis())
                .update();
    }
}

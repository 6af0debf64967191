package jp.otodoke.loyalty;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.otodoke.platform.clock.RepeatedWork;
import jp.otodoke.platform.clock.WorkInFlight;
import jp.otodoke.shared.BusinessClock;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Has points expire soon after midnight. Runs on every node; the accounts are locked. */
@Component
class PointExpiry extends RepeatedWork implements WorkInFlight {
    private final JdbcClient jdbc;
    private final ExpirePoints expirePoints;
    private final BusinessClock clock;
    private final boolean active;

    PointExpiry(
            JdbcClient jdbc,
            ExpirePoints expirePoints,
            BusinessClock clock,
            @Value("${otodoke.jobs.active:true}") boolean active) {
        super("expire-points", Duration.ofSeconds(10), Duration.ofSeconds(10), active);
        this.jdbc = jdbc;
        this.expirePoints = expirePoints;
        this.clock = clock;
        this.active = active;
    }

    @Override
    protected void repeat() {
        run();
    }

    void run() {
        try {
            if (due()) {
                expirePoints.expire();
            }
        } catch (RuntimeException e) {
            LoggerFactory.getLogger(getClass()).error("Could not expire points; trying again", e);
        }
    }

    @Override
    public List<String> moving() {
        return active && due() ? List.of("expiring points") : List.of();
    }

    @Override
    public Optional<Instant> nextDue() {
        return jdbc.sql("select min(expires_on) from point_lot where expires_on >= :today and remaining > 0")
                .param("today", clock.today())
                .query((row, n) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single()
                .map(last -> last.plusDays(1).atStartOfDay(BusinessClock.TOKYO).toInstant());
    }

    private boolean due() {
        return jdbc.sql("select exists (select 1 from point_lot where expires_on < :today and remaining > 0)")
                .param("today", clock.today())
                .query(Boolean.class)
                .single();
    }
}

package jp.otodoke.dunning;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import jp.otodoke.platform.clock.RepeatedWork;
import jp.otodoke.platform.clock.WorkInFlight;
import jp.otodoke.shared.BusinessClock;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Opens the cases of each morning, on whichever node comes first. */
@Component
class RunDunning extends RepeatedWork implements WorkInFlight {
    private static final LocalTime MORNING = LocalTime.of(6, 0);

    private final OpenDunningCases openCases;
    private final JdbcClient jdbc;
    private final BusinessClock clock;
    private final boolean active;

    RunDunning(
            OpenDunningCases openCases,
            JdbcClient jdbc,
            BusinessClock clock,
            @Value("${otodoke.jobs.active:true}") boolean active) {
        super("dunning", Duration.ofSeconds(10), Duration.ofSeconds(10), active);
        this.openCases = openCases;
        this.jdbc = jdbc;
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
                openCases.open(clock.today());
            }
        } catch (RuntimeException e) {
            LoggerFactory.getLogger(getClass()).error("Could not open this morning's cases; trying again", e);
        }
    }

    @Override
    public List<String> moving() {
        return active && due() ? List.of("overdue payments") : List.of();
    }

    @Override
    public Optional<Instant> nextDue() {
        var today = morning(clock.today());
        return Optional.of(
                clock.instant().isBefore(today) ? today : morning(clock.today().plusDays(1)));
    }

    private boolean due() {
        return !clock.instant().isBefore(morning(clock.today()))
                && !jdbc.sql("select exists (select 1 from dunning_run where day = :day)")
                        .param("day", clock.today())
                        .query(Boolean.class)
                        .single();
    }

    private static Instant morning(LocalDate day) {
        return day.atTime(MORNING).atZone(BusinessClock.TOKYO).toInstant();
    }
}

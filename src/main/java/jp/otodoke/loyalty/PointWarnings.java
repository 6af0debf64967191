package jp.otodoke.loyalty;

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
import org.springframework.stereotype.Component;

/** Has customers told each morning of points that expire soon. Runs on every node. */
@Component
class PointWarnings extends RepeatedWork implements WorkInFlight {
    private static final LocalTime MORNING = LocalTime.of(9, 0);

    private final WarnOfExpiringPoints warn;
    private final BusinessClock clock;
    private final boolean active;

    PointWarnings(
            WarnOfExpiringPoints warn, BusinessClock clock, @Value("${otodoke.jobs.active:true}") boolean active) {
        super("points-about-to-expire", Duration.ofMinutes(1), Duration.ofMinutes(1), active);
        this.warn = warn;
        this.clock = clock;
        this.active = active;
    }

    @Override
    protected void repeat() {
        run();
    }

    void run() {
        try {
            while (due()) {
                warn.warn();
            }
        } catch (RuntimeException e) {
            LoggerFactory.getLogger(getClass()).error("Could not tell of points that expire soon; trying again", e);
        }
    }

    @Override
    public List<String> moving() {
        return active && due() ? List.of("mail about expiring points") : List.of();
    }

    @Override
    public Optional<Instant> nextDue() {
        return warn.nextDay().map(PointWarnings::morning).filter(clock.instant()::isBefore);
    }

    private boolean due() {
        return morningIsOver() && warn.due();
    }

    private boolean morningIsOver() {
        return !clock.instant().isBefore(morning(clock.today()));
    }

    private static Instant morning(LocalDate day) {
        return day.atTime(MORNING).atZone(BusinessClock.TOKYO).toInstant();
    }
}

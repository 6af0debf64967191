package jp.otodoke.platform.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.otodoke.shared.BusinessClock;
import org.slf4j.LoggerFactory;

/**
 * Work that is due once on each day, soon after midnight in Japan, and at the start of the application for the day it
 * starts on. Every node does it and does it again after a restart, so what it does must be harmless when the day's
 * work is done already. What fails is tried again until it succeeds or the day ends.
 */
public abstract class DailyWork extends RepeatedWork implements WorkInFlight {
    private static final Duration PAUSE = Duration.ofSeconds(20);

    private final String name;
    private final BusinessClock clock;
    private final boolean active;
    private volatile LocalDate done = LocalDate.MIN;

    /**
     * @param name of the work, in logs and among what is in progress, such as {@code closing of accounts}
     * @param first how long after the start it is done for the first time
     * @param active whether this node does it at all
     */
    protected DailyWork(String name, Duration first, BusinessClock clock, boolean active) {
        super(name.replace(' ', '-'), first, PAUSE, active);
        this.name = name;
        this.clock = clock;
        this.active = active;
    }

    /** Does the work of this day. */
    protected abstract void work(LocalDate today);

    @Override
    protected final void repeat() {
        try {
            var today = clock.today();
            if (!today.equals(done)) {
                work(today);
                done = today;
            }
        } catch (RuntimeException e) {
            LoggerFactory.getLogger(getClass()).error("The day's {} failed; trying again", name, e);
        }
    }

    @Override
    public List<String> moving() {
        return active && !clock.today().equals(done) ? List.of(name) : List.of();
    }

    @Override
    public Optional<Instant> nextDue() {
        return active
                ? Optional.of(clock.today()
                        .plusDays(1)
                        .atStartOfDay(BusinessClock.TOKYO)
                        .toInstant())
                : Optional.empty();
    }
}

package jp.otodoke.payments.schedule;

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
import org.springframework.stereotype.Component;

/** Collects by contract each day. Any node may do it; each cycle is collected once. */
@Component
class CollectOnScheduleDaily extends RepeatedWork implements WorkInFlight {
    private final CollectOnSchedule collectOnSchedule;
    private final BusinessClock clock;
    private final boolean active;
    private volatile LocalDate done = LocalDate.MIN;

    CollectOnScheduleDaily(
            CollectOnSchedule collectOnSchedule,
            BusinessClock clock,
            @Value("${otodoke.jobs.active:true}") boolean active) {
        super("direct-debits", Duration.ofSeconds(30), Duration.ofSeconds(20), active);
        this.collectOnSchedule = collectOnSchedule;
        this.clock = clock;
        this.active = active;
    }

    @Override
    protected void repeat() {
        try {
            var today = clock.today();
            if (!today.equals(done)) {
                collectOnSchedule.collect();
                done = today;
            }
        } catch (RuntimeException e) {
            LoggerFactory.getLogger(getClass())
                    .error("Could not collect the direct debits of the day; trying again", e);
        }
    }

    @Override
    public List<String> moving() {
        return active && !clock.today().equals(done) ? List.of("direct debits by contract") : List.of();
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

package jp.otodoke.payments.paper;

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

/** Asks again for forms each day. Any node may do it; each form is asked for once. */
@Component
class ChaseMandateFormsDaily extends RepeatedWork implements WorkInFlight {
    private final ChaseMandateForms chaseMandateForms;
    private final BusinessClock clock;
    private final boolean active;
    private volatile LocalDate done = LocalDate.MIN;

    ChaseMandateFormsDaily(
            ChaseMandateForms chaseMandateForms,
            BusinessClock clock,
            @Value("${otodoke.jobs.active:true}") boolean active) {
        super("mandate-forms", Duration.ofSeconds(25), Duration.ofSeconds(20), active);
        this.chaseMandateForms = chaseMandateForms;
        this.clock = clock;
        this.active = active;
    }

    @Override
    protected void repeat() {
        try {
            var today = clock.today();
            if (!today.equals(done)) {
                chaseMandateForms.chase();
                done = today;
            }
        } catch (RuntimeException e) {
            LoggerFactory.getLogger(getClass()).error("Could not ask for forms again; trying again", e);
        }
    }

    @Override
    public List<String> moving() {
        return active && !clock.today().equals(done) ? List.of("mandate forms") : List.of();
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

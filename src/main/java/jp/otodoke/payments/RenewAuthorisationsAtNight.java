package jp.otodoke.payments;

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

/** Renews authorisations once a night, by chunks. A night that a node leaves unfinished another one finishes. */
@Component
class RenewAuthorisationsAtNight extends RepeatedWork implements WorkInFlight {
    private static final LocalTime NIGHT = LocalTime.of(3, 0);
    private static final int CHUNK = 100;

    private final RenewAuthorisations renewAuthorisations;
    private final JdbcClient jdbc;
    private final BusinessClock clock;
    private final boolean active;

    RenewAuthorisationsAtNight(
            RenewAuthorisations renewAuthorisations,
            JdbcClient jdbc,
            BusinessClock clock,
            @Value("${otodoke.jobs.active:true}") boolean active) {
        super("renew-authorisations", Duration.ofSeconds(20), Duration.ofSeconds(20), active);
        this.renewAuthorisations = renewAuthorisations;
        this.jdbc = jdbc;
        this.clock = clock;
        this.active = active;
    }

    @Override
    protected void repeat() {
        try {
            run();
        } catch (RuntimeException e) {
            LoggerFactory.getLogger(getClass()).error("Could not renew authorisations; trying again", e);
        }
    }

    /** Has no effect in a night in which it was finished. */
    void run() {
        if (!due()) {
            return;
        }
        int renewed = 0;
        int chunk;
        do {
            chunk = renewAuthorisations.renew(CHUNK);
            renewed += chunk;
        } while (chunk > 0);
        renewAuthorisations.finished(clock.today(), renewed);
    }

    @Override
    public List<String> moving() {
        return active && due() ? List.of("authorisations to renew") : List.of();
    }

    @Override
    public Optional<Instant> nextDue() {
        var today = night(clock.today());
        return Optional.of(
                clock.instant().isBefore(today) ? today : night(clock.today().plusDays(1)));
    }

    private boolean due() {
        return !clock.instant().isBefore(night(clock.today()))
                && !jdbc.sql("select exists (select 1 from card_renewal_run where day = :day)")
                        .param("day", clock.today())
                        .query(Boolean.class)
                        .single();
    }

    private static Instant night(LocalDate day) {
        return day.atTime(NIGHT).atZone(BusinessClock.TOKYO).toInstant();
    }
}

package jp.otodoke.payments;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.otodoke.platform.clock.RepeatedWork;
import jp.otodoke.platform.clock.WorkInFlight;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.staff.CurrentStaff;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Closes the accounts whose closing day is over, once a day soon after midnight. Any node may do it; it is done once. */
@Component
class CloseAccountsAtNight extends RepeatedWork implements WorkInFlight {
    private final CloseAccounts closeAccounts;
    private final BusinessClock clock;
    private final boolean active;
    private volatile LocalDate done = LocalDate.MIN;

    CloseAccountsAtNight(
            CloseAccounts closeAccounts, BusinessClock clock, @Value("${otodoke.jobs.active:true}") boolean active) {
        super("close-accounts", Duration.ofSeconds(20), Duration.ofSeconds(20), active);
        this.closeAccounts = closeAccounts;
        this.clock = clock;
        this.active = active;
    }

    @Override
    protected void repeat() {
        try {
            run();
        } catch (RuntimeException e) {
            LoggerFactory.getLogger(getClass()).error("Could not close the accounts of the day; trying again", e);
        }
    }

    void run() {
        var today = clock.today();
        if (!today.equals(done)) {
            closeAccounts.overdue(CurrentStaff.SYSTEM);
            done = today;
        }
    }

    @Override
    public List<String> moving() {
        return active && !clock.today().equals(done) ? List.of("closing of accounts") : List.of();
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

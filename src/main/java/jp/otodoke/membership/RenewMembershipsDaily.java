package jp.otodoke.membership;

import java.time.Duration;
import java.time.LocalDate;
import jp.otodoke.platform.clock.DailyWork;
import jp.otodoke.platform.data.RetryOnConflict;
import jp.otodoke.shared.BusinessClock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Renews and ends memberships, soon after midnight; one by one, so that what fails stops no other. */
@Component
class RenewMembershipsDaily extends DailyWork {
    private static final Duration FIRST = Duration.ofSeconds(25);

    private final RenewMemberships renewMemberships;
    private final RetryOnConflict retryOnConflict;

    RenewMembershipsDaily(
            RenewMemberships renewMemberships,
            RetryOnConflict retryOnConflict,
            BusinessClock clock,
            @Value("${otodoke.jobs.active:true}") boolean active) {
        super("renewal of memberships", FIRST, clock, active);
        this.renewMemberships = renewMemberships;
        this.retryOnConflict = retryOnConflict;
    }

    /** Who has lapsed is not renewed. */
    @Override
    protected void work(LocalDate today) {
        for (var number : renewMemberships.toLapse(today)) {
            retryOnConflict.inTransaction(() -> renewMemberships.lapse(number, today));
        }
        for (var number : renewMemberships.toRenew(today)) {
            retryOnConflict.inTransaction(() -> renewMemberships.renew(number, today));
        }
    }
}

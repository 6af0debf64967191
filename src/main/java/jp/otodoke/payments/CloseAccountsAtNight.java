package jp.otodoke.payments;

import java.time.Duration;
import java.time.LocalDate;
import jp.otodoke.platform.clock.DailyWork;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.staff.CurrentStaff;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Closes the accounts whose closing day is over, once a day soon after midnight. Any node may do it; it is done once. */
@Component
class CloseAccountsAtNight extends DailyWork {
    private final CloseAccounts closeAccounts;

    CloseAccountsAtNight(
            CloseAccounts closeAccounts, BusinessClock clock, @Value("${otodoke.jobs.active:true}") boolean active) {
        super("closing of accounts", Duration.ofSeconds(20), clock, active);
        this.closeAccounts = closeAccounts;
    }

    @Override
    protected void work(LocalDate today) {
        closeAccounts.overdue(CurrentStaff.SYSTEM);
    }
}

package jp.otodoke.subscriptions;

import java.time.Duration;
import java.time.LocalDate;
import jp.otodoke.platform.clock.DailyWork;
import jp.otodoke.shared.BusinessClock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Begins the run of the night. Any node may do it; each day has one. */
@Component
class NightlySubscriptionRun extends DailyWork {
    private final BeginSubscriptionRun begin;

    NightlySubscriptionRun(
            BeginSubscriptionRun begin, BusinessClock clock, @Value("${otodoke.jobs.active:true}") boolean active) {
        super("subscription run", Duration.ofSeconds(30), clock, active);
        this.begin = begin;
    }

    @Override
    protected void work(LocalDate today) {
        begin.nightly();
    }
}

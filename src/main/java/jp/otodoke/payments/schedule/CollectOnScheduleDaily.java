package jp.otodoke.payments.schedule;

import java.time.Duration;
import java.time.LocalDate;
import jp.otodoke.platform.clock.DailyWork;
import jp.otodoke.shared.BusinessClock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Collects by contract each day. Any node may do it; each cycle is collected once. */
@Component
class CollectOnScheduleDaily extends DailyWork {
    private final CollectOnSchedule collectOnSchedule;

    CollectOnScheduleDaily(
            CollectOnSchedule collectOnSchedule,
            BusinessClock clock,
            @Value("${otodoke.jobs.active:true}") boolean active) {
        super("direct debits by contract", Duration.ofSeconds(30), clock, active);
        this.collectOnSchedule = collectOnSchedule;
    }

    @Override
    protected void work(LocalDate today) {
        collectOnSchedule.collect();
    }
}

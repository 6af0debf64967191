package jp.otodoke.payments.paper;

import java.time.Duration;
import java.time.LocalDate;
import jp.otodoke.platform.clock.DailyWork;
import jp.otodoke.shared.BusinessClock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Asks again for forms each day. Any node may do it; each form is asked for once. */
@Component
class ChaseMandateFormsDaily extends DailyWork {
    private final ChaseMandateForms chaseMandateForms;

    ChaseMandateFormsDaily(
            ChaseMandateForms chaseMandateForms,
            BusinessClock clock,
            @Value("${otodoke.jobs.active:true}") boolean active) {
        super("asking for mandate forms", Duration.ofSeconds(25), clock, active);
        this.chaseMandateForms = chaseMandateForms;
    }

    @Override
    protected void work(LocalDate today) {
        chaseMandateForms.chase();
    }
}

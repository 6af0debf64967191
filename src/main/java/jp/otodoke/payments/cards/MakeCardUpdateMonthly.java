package jp.otodoke.payments.cards;

import java.time.Duration;
import java.time.LocalDate;
import jp.otodoke.platform.clock.DailyWork;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.Refusal;
import jp.otodoke.staff.CurrentStaff;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Asks about the cards each month, from a day of the month on. Any node may do it; each month is asked once. */
@Component
class MakeCardUpdateMonthly extends DailyWork {
    private static final Logger log = LoggerFactory.getLogger(MakeCardUpdateMonthly.class);

    private final MakeCardUpdate makeCardUpdate;
    private final int day;

    /** @param day of the month; 0 if only people ask */
    MakeCardUpdateMonthly(
            MakeCardUpdate makeCardUpdate,
            BusinessClock clock,
            @Value("${otodoke.card.update-day:20}") int day,
            @Value("${otodoke.jobs.active:true}") boolean active) {
        super("card updates", Duration.ofSeconds(45), clock, active);
        this.makeCardUpdate = makeCardUpdate;
        this.day = day;
    }

    @Override
    protected void work(LocalDate today) {
        if (day > 0 && today.getDayOfMonth() >= Math.min(day, today.lengthOfMonth()) && makeCardUpdate.wanted()) {
            try {
                makeCardUpdate.make(CurrentStaff.SYSTEM);
            } catch (Refusal another) {
                log.info("This month's card update was made by another node or a person", another);
            }
        }
    }
}

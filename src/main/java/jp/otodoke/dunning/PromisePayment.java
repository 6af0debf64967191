package jp.otodoke.dunning;

import java.time.LocalDate;
import jp.otodoke.dunning.DunningCase.PauseReason;
import jp.otodoke.orders.Timeline;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Notes that a customer has promised to pay: nothing is demanded until that day is over. */
@Component
public class PromisePayment {
    private final DunningCases cases;
    private final PauseDunning pauseDunning;
    private final JdbcClient jdbc;
    private final Timeline timeline;
    private final BusinessClock clock;
    private final int longest;

    /** @param longest how many days ahead a promise may lie */
    PromisePayment(
            DunningCases cases,
            PauseDunning pauseDunning,
            JdbcClient jdbc,
            Timeline timeline,
            BusinessClock clock,
            @Value("${otodoke.dunning.longest-promise:60}") int longest) {
        this.cases = cases;
        this.pauseDunning = pauseDunning;
        this.jdbc = jdbc;
        this.timeline = timeline;
        this.clock = clock;
        this.longest = longest;
    }

    /**
     * @throws Refusal if there is no such case (not found) or it has ended (conflict)
     * @throws InvalidInput if the day is missing, past or too far away
     */
    @Transactional
    public DunningCase promise(long id, @Nullable LocalDate until, String by) {
        var one = cases.locked(id);
        if (one.ended()) {
            throw Refusal.conflict("dunning.ended", id);
        }
        var day = checked(until);
        jdbc.sql("update dunning_case set promised_until = :day where id = :id")
                .param("day", day)
                .param("id", id)
                .update();
        pauseDunning.until(one, day, PauseReason.PROMISE);
        one.order()
                .ifPresent(order -> timeline.add(
                        order, "PAYMENT_PROMISED", BilingualText.of("timeline.payment-promised", day), by));
        return cases.get(id);
    }

    private LocalDate checked(@Nullable LocalDate until) {
        if (until == null) {
            throw new InvalidInput("until", "required", BilingualText.of("dunning.promise.required"));
        }
        if (until.isBefore(clock.today())) {
            throw new InvalidInput("until", "past", BilingualText.of("dunning.promise.past"));
        }
        if (until.isAfter(clock.today().plusDays(longest))) {
            throw new InvalidInput("until", "too-far", BilingualText.of("dunning.promise.too-far", longest));
        }
        return until;
    }
}

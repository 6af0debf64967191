package jp.otodoke.payments;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import jp.otodoke.orders.Timeline;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.DayFormat;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What may pass later is tried again by itself, a few times, before anybody is asked. */
@Component
class RetryDeclined {
    private final CardCalls calls;
    private final Timeline timeline;
    private final BusinessClock clock;
    private final List<Duration> pauses;

    /** @param pauses before the first attempt that follows a refusal, before the second, and so on */
    RetryDeclined(
            CardCalls calls,
            Timeline timeline,
            BusinessClock clock,
            @Value("${otodoke.card.retry-after:PT2H,PT12H}") List<Duration> pauses) {
        this.calls = calls;
        this.timeline = timeline;
        this.clock = clock;
        this.pauses = List.copyOf(pauses);
    }

    /** @return false if somebody has to be asked */
    boolean later(Payment payment, CardDecline decline) {
        var order = payment.orderNumber();
        int declined = calls.declinedAttempts(order);
        if (decline.group() != DeclineGroup.RETRY_LATER
                || declined > pauses.size()
                || !payment.open().isPositive()) {
            return false;
        }
        var pause = pauses.get(Math.max(declined, 1) - 1);
        calls.request(
                CardCall.Kind.AUTHORISE,
                payment,
                payment.newAttempt(),
                payment.open(),
                CardCall.Kind.AUTHORISE,
                0,
                pause);
        timeline.add(
                order,
                "CARD_DECLINED",
                BilingualText.of(
                        "timeline.card-declined.later",
                        decline.words(),
                        DayFormat.of(LocalDateTime.ofInstant(clock.instant().plus(pause), BusinessClock.TOKYO))),
                "system");
        return true;
    }
}

package jp.otodoke;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.ClockMoved;
import org.springframework.context.ApplicationEventPublisher;

/** Sets the business clock of a test, the engine's with it. It runs on from there. */
public class TestClock {
    private final BusinessClock clock;
    private final ApplicationEventPublisher events;

    public TestClock(BusinessClock clock, ApplicationEventPublisher events) {
        this.clock = clock;
        this.events = events;
    }

    /** @param time such as {@code 2026-11-26T06:00:00+09:00} */
    public void set(String time) {
        set(OffsetDateTime.parse(time).toInstant());
    }

    public void set(Instant time) {
        shift(clock.offset().plus(Duration.between(clock.instant(), time)));
    }

    public void advance(Duration by) {
        shift(clock.offset().plus(by));
    }

    private void shift(Duration offset) {
        clock.shift(offset);
        events.publishEvent(new ClockMoved(offset));
    }
}

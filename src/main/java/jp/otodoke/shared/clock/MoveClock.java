package jp.otodoke.shared.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.ClockMoved;
import jp.otodoke.shared.InvalidInput;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Moves the business time forward through every due moment in order; the work of each settles before the
 * next. One mover at a time.
 */
@Component
@Profile("!production")
public class MoveClock {
    private static final Duration SETTLE_LIMIT = Duration.ofMinutes(3);

    private final BusinessClock clock;
    private final StoredOffset stored;
    private final Settle settle;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final ReentrantLock mover = new ReentrantLock();

    MoveClock(
            BusinessClock clock,
            StoredOffset stored,
            Settle settle,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.clock = clock;
        this.stored = stored;
        this.settle = settle;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * @throws InvalidInput when the target lies in the past
     * @throws StillMoving when some work does not settle in time; the clock then stands where it got
     */
    public void to(Instant target) {
        if (target.isBefore(clock.instant())) {
            throw new InvalidInput("to", "past", "The clock only moves forward; it is " + clock.localNow());
        }
        mover.lock();
        try {
            settle();
            for (var next = nextDue(target); next.isPresent(); next = nextDue(target)) {
                shiftTo(next.get());
                settle();
            }
            if (target.isAfter(clock.instant())) {
                shiftTo(target);
                settle();
            }
        } finally {
            mover.unlock();
        }
    }

    private Optional<Instant> nextDue(Instant target) {
        var now = clock.instant();
        return settle.all()
                .flatMap(w -> w.nextDue().stream())
                .filter(due -> due.isAfter(now) && !due.isAfter(target))
                .min(Instant::compareTo);
    }

    private void shiftTo(Instant moment) {
        var offset =
                clock.offset().plus(Duration.between(clock.instant(), moment)).plusMillis(1);
        transaction.executeWithoutResult(status -> stored.store(offset));
        apply(offset);
    }

    void apply(Duration offset) {
        clock.shift(offset);
        events.publishEvent(new ClockMoved(offset));
        settle.nudge();
    }

    private void settle() {
        settle.nudge();
        var moving = settle.await(SETTLE_LIMIT);
        if (!moving.isEmpty()) {
            throw new StillMoving(moving);
        }
    }
}

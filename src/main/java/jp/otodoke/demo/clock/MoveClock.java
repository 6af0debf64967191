package jp.otodoke.demo.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import jp.otodoke.platform.clock.StoredOffset;
import jp.otodoke.platform.nodes.ClusterMutex;
import jp.otodoke.platform.nodes.Nodes;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.ClockMoved;
import jp.otodoke.shared.InvalidInput;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Moves the business time forward through every due moment in order; the work due at each is completed before the
 * next. Only one node at a time moves the clock.
 */
@Component
public class MoveClock {
    private static final Logger LOG = LoggerFactory.getLogger(MoveClock.class);
    private static final Duration SETTLE_LIMIT = Duration.ofMinutes(3);
    private static final Duration FOLLOW_LIMIT = Duration.ofSeconds(10);
    private static final long PAUSE_MILLIS = 5;

    private final BusinessClock clock;
    private final StoredOffset stored;
    private final AwaitQuiescence awaitQuiescence;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final ClusterMutex clusterMutex;
    private final Nodes nodes;
    private @Nullable Duration announced;

    MoveClock(
            BusinessClock clock,
            StoredOffset stored,
            AwaitQuiescence awaitQuiescence,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            ClusterMutex clusterMutex,
            Nodes nodes) {
        this.clock = clock;
        this.stored = stored;
        this.awaitQuiescence = awaitQuiescence;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.clusterMutex = clusterMutex;
        this.nodes = nodes;
    }

    /**
     * @throws InvalidInput if the target is in the past
     * @throws StillMoving if some work does not complete in time; the clock then stays at the moment it reached
     */
    public void to(Instant target) {
        if (target.isBefore(clock.instant())) {
            throw new InvalidInput("to", "past", BilingualText.of("demo.clock.problem.backwards", clock.localNow()));
        }
        clusterMutex.run("move the clock", () -> move(target));
    }

    private void move(Instant target) {
        follow();
        settle();
        for (var next = nextDue(target); next.isPresent(); next = nextDue(target)) {
            shiftTo(next.get());
            settle();
        }
        if (target.isAfter(clock.instant())) {
            shiftTo(target);
            settle();
        }
    }

    private Optional<Instant> nextDue(Instant target) {
        var now = clock.instant();
        return awaitQuiescence
                .all()
                .flatMap(w -> w.nextDue().stream())
                .filter(due -> due.isAfter(now) && !due.isAfter(target))
                .min(Instant::compareTo);
    }

    private void shiftTo(Instant moment) {
        var offset =
                clock.offset().plus(Duration.between(clock.instant(), moment)).plusMillis(1);
        transaction.executeWithoutResult(status -> stored.store(offset));
        apply(offset);
        awaitOthers(offset);
    }

    /** Takes over the time that another node has stored. */
    public void follow() {
        stored.find().ifPresent(this::apply);
    }

    private synchronized void apply(Duration offset) {
        if (offset.compareTo(clock.offset()) > 0) {
            clock.shift(offset);
            events.publishEvent(new ClockMoved(offset));
            awaitQuiescence.runNow();
        }
        if (!offset.equals(announced)) {
            nodes.followed(clock.offset());
            announced = clock.offset();
        }
    }

    /** A node that has caught up must not work while another one still works at an earlier time. */
    private void awaitOthers(Duration offset) {
        long end = System.nanoTime() + FOLLOW_LIMIT.toNanos();
        while (nodes.behind(offset) && System.nanoTime() - end < 0) {
            pause();
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the other nodes followed", e);
        }
    }

    private void settle() {
        var begun = System.nanoTime();
        awaitQuiescence.runNow();
        var moving = awaitQuiescence.await(SETTLE_LIMIT);
        LOG.debug("Work due at {} completed after {} ms", clock.localNow(), (System.nanoTime() - begun) / 1_000_000);
        if (!moving.isEmpty()) {
            throw new StillMoving(moving);
        }
    }
}

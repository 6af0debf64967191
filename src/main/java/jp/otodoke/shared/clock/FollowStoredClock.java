package jp.otodoke.shared.clock;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import jp.otodoke.shared.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Follows a clock that another node has moved; it never goes back. */
@Component
@Profile("!production & !test")
class FollowStoredClock implements SmartLifecycle {
    private final BusinessClock clock;
    private final StoredOffset stored;
    private final MoveClock moveClock;
    private @Nullable ScheduledExecutorService watch;

    FollowStoredClock(BusinessClock clock, StoredOffset stored, MoveClock moveClock) {
        this.clock = clock;
        this.stored = stored;
        this.moveClock = moveClock;
    }

    private void look() {
        try {
            stored.find().filter(offset -> offset.compareTo(clock.offset()) > 0).ifPresent(moveClock::apply);
        } catch (RuntimeException e) {
            LoggerFactory.getLogger(getClass())
                    .warn("The stored clock could not be read; trying again: {}", e.getMessage());
        }
    }

    @Override
    public void start() {
        var executor = Executors.newSingleThreadScheduledExecutor(r -> new Thread(r, "clock"));
        executor.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
        watch = executor;
    }

    @Override
    public void stop() {
        if (watch != null) {
            watch.shutdownNow();
            watch = null;
        }
    }

    @Override
    public boolean isRunning() {
        return watch != null;
    }
}

package jp.otodoke.watchdog;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Goes round every few seconds on a thread of its own: neither the engine's jobs nor the routes have to run for it. Of
 * several nodes the one that holds the lease goes.
 */
@Component
class CheckScheduler implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(CheckScheduler.class);

    private final CheckRunLease lease;
    private final RunChecks round;
    private final int everySeconds;
    private @Nullable ScheduledExecutorService thread;

    /** @param everySeconds 0 for never */
    CheckScheduler(
            CheckRunLease lease, RunChecks round, @Value("${otodoke.watchdog.every-seconds:15}") int everySeconds) {
        this.lease = lease;
        this.round = round;
        this.everySeconds = everySeconds;
    }

    void go() {
        try {
            lease.take().ifPresent(clockStood -> {
                round.go(clockStood);
                lease.looked();
            });
        } catch (RuntimeException e) {
            log.warn("The watchdog could not go round; it tries again: {}", e.getMessage());
        }
    }

    @Override
    public void start() {
        if (everySeconds > 0) {
            var scheduler = Executors.newSingleThreadScheduledExecutor(work -> {
                var made = new Thread(work, "watchdog");
                made.setDaemon(true);
                return made;
            });
            scheduler.scheduleWithFixedDelay(this::go, everySeconds, everySeconds, TimeUnit.SECONDS);
            thread = scheduler;
        }
    }

    @Override
    public void stop() {
        var running = thread;
        if (running != null) {
            running.shutdownNow();
            thread = null;
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}

package jp.otodoke.watchdog;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import jp.otodoke.platform.nodes.ClusterSchedule;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Runs the checks every few seconds, on one node of the cluster, independently of the engine's jobs and the
 * routes.
 */
@Component
class CheckScheduler implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(CheckScheduler.class);
    private static final Duration AT_MOST = Duration.ofSeconds(45);

    private final ClusterSchedule cluster;
    private final RecordCheckRun record;
    private final RunChecks runChecks;
    private final int everySeconds;
    private @Nullable ScheduledFuture<?> schedule;

    /** @param everySeconds 0 for never */
    CheckScheduler(
            ClusterSchedule cluster,
            RecordCheckRun record,
            RunChecks runChecks,
            @Value("${otodoke.watchdog.every-seconds:15}") int everySeconds) {
        this.cluster = cluster;
        this.record = record;
        this.runChecks = runChecks;
        this.everySeconds = everySeconds;
    }

    void run() {
        try {
            runChecks.run(record.begun());
            record.ended();
        } catch (RuntimeException e) {
            log.warn("The watchdog could not run its checks; it tries again: {}", e.getMessage());
        }
    }

    @Override
    public void start() {
        if (everySeconds > 0) {
            schedule = cluster.every("watchdog", Duration.ofSeconds(everySeconds), AT_MOST, this::run);
        }
    }

    @Override
    public void stop() {
        if (schedule != null) {
            schedule.cancel(true);
            schedule = null;
        }
    }

    @Override
    public boolean isRunning() {
        return schedule != null;
    }
}

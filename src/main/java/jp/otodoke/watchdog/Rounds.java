package jp.otodoke.watchdog;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import jp.otodoke.shared.nodes.ClusterSchedule;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Runs the checks every few seconds, on one node of the cluster; neither the engine's jobs nor the routes have to run for it. */
@Component
class Rounds implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Rounds.class);
    private static final Duration AT_MOST = Duration.ofSeconds(45);

    private final ClusterSchedule cluster;
    private final RecordCheckRun record;
    private final GoRound round;
    private final int everySeconds;
    private @Nullable ScheduledFuture<?> schedule;

    /** @param everySeconds 0 for never */
    Rounds(
            ClusterSchedule cluster,
            RecordCheckRun record,
            GoRound round,
            @Value("${otodoke.watchdog.every-seconds:15}") int everySeconds) {
        this.cluster = cluster;
        this.record = record;
        this.round = round;
        this.everySeconds = everySeconds;
    }

    void go() {
        try {
            round.go(record.begun());
            record.ended();
        } catch (RuntimeException e) {
            log.warn("The watchdog could not run its checks; it tries again: {}", e.getMessage());
        }
    }

    @Override
    public void start() {
        if (everySeconds > 0) {
            schedule = cluster.every("watchdog", Duration.ofSeconds(everySeconds), AT_MOST, this::go);
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

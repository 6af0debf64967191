package jp.otodoke.platform.clock;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * Work that a thread of this node does again and again while the application runs. An exception would end it, so
 * {@link #repeat} reports its failures and tries again.
 */
public abstract class RepeatedWork implements SmartLifecycle {
    private final String thread;
    private final Duration first;
    private final Duration pause;
    private final boolean active;
    private @Nullable ScheduledExecutorService executor;

    /**
     * @param first how long after the start it is done for the first time
     * @param pause between the end of one run and the next
     * @param active whether this node does it at all
     */
    protected RepeatedWork(String thread, Duration first, Duration pause, boolean active) {
        this.thread = thread;
        this.first = first;
        this.pause = pause;
        this.active = active;
    }

    protected abstract void repeat();

    /** Does it now, if it is running. */
    public void runNow() {
        if (executor != null) {
            executor.execute(this::repeat);
        }
    }

    @Override
    public void start() {
        if (active) {
            var started = Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, thread));
            started.scheduleWithFixedDelay(this::repeat, first.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
            executor = started;
        }
    }

    @Override
    public void stop() {
        if (executor != null) {
            executor.shutdownNow();
            executor = null;
        }
    }

    @Override
    public boolean isRunning() {
        return executor != null;
    }
}

package jp.otodoke.platform.clock;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * Work that one or more threads of this node do again and again while the application runs. An exception would end
 * it, so {@link #repeat} reports its failures and tries again.
 */
public abstract class RepeatedWork implements SmartLifecycle {
    private final String thread;
    private final Duration first;
    private final Duration pause;
    private final boolean active;
    private final int threads;
    private @Nullable ScheduledExecutorService executor;

    /**
     * @param first how long after the start it is done for the first time
     * @param pause between the end of one run and the next
     * @param active whether this node does it at all
     */
    protected RepeatedWork(String thread, Duration first, Duration pause, boolean active) {
        this(thread, first, pause, active, 1);
    }

    /** @param threads how many do it at the same time */
    protected RepeatedWork(String thread, Duration first, Duration pause, boolean active, int threads) {
        this.thread = thread;
        this.first = first;
        this.pause = pause;
        this.active = active;
        this.threads = threads;
    }

    protected abstract void repeat();

    /** Does it now, if it is running. */
    public void runNow() {
        if (executor != null) {
            for (int i = 0; i < threads; i++) {
                executor.execute(this::repeat);
            }
        }
    }

    /** Does something else on the same threads as soon as one is free; nothing while they do not run. */
    protected void once(Runnable other) {
        var running = executor;
        if (running != null) {
            running.execute(other);
        }
    }

    @Override
    public void start() {
        if (active) {
            var started = Executors.newScheduledThreadPool(threads, work -> new Thread(work, thread));
            for (int i = 0; i < threads; i++) {
                started.scheduleWithFixedDelay(this::repeat, first.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
            }
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

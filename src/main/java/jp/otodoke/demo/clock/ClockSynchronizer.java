package jp.otodoke.demo.clock;

import java.util.concurrent.TimeUnit;
import jp.otodoke.platform.nodes.Nodes;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Follows the clock when another node moves it; never goes back. The mover waits for this node, so it polls often.
 */
@Component
@Profile("!test")
class ClockSynchronizer implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(ClockSynchronizer.class);
    private static final long POLL_MILLIS = 40;
    private static final long POLL_ALONE_MILLIS = 1_000;
    private static final long COUNT_EVERY_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final MoveClock moveClock;
    private final Nodes nodes;
    private volatile @Nullable Thread thread;

    ClockSynchronizer(MoveClock moveClock, Nodes nodes) {
        this.moveClock = moveClock;
        this.nodes = nodes;
    }

    @Override
    public void start() {
        moveClock.follow();
        var follower = new Thread(this::run, "clock");
        follower.setDaemon(true);
        thread = follower;
        follower.start();
    }

    private void run() {
        boolean alone = true;
        long counted = System.nanoTime() - COUNT_EVERY_NANOS;
        while (isRunning()) {
            try {
                moveClock.follow();
                if (System.nanoTime() - counted >= COUNT_EVERY_NANOS) {
                    alone = nodes.living().size() <= 1;
                    counted = System.nanoTime();
                }
            } catch (RuntimeException e) {
                if (isRunning()) {
                    log.warn("The stored clock could not be read; retrying: {}", e.getMessage());
                }
                alone = true;
            }
            pause(alone ? POLL_ALONE_MILLIS : POLL_MILLIS);
        }
    }

    private void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            thread = null;
        }
    }

    @Override
    public void stop() {
        var follower = thread;
        thread = null;
        if (follower != null) {
            follower.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}

package jp.otodoke.partners.exchange;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thread that works while there is work, polls for more, and continues at once when signalled. */
final class DispatchLoop {
    private static final Logger log = LoggerFactory.getLogger(DispatchLoop.class);
    private static final long POLL_MILLIS = 500;
    private static final long AFTER_FAULT_MILLIS = 2_000;

    private final String name;
    private final BooleanSupplier step;
    private final Semaphore workAvailable = new Semaphore(0);
    private final Thread thread;
    private volatile boolean running = true;

    /** @param step does one piece of work; false if there was none */
    DispatchLoop(String name, BooleanSupplier step) {
        this.name = name;
        this.step = step;
        thread = new Thread(this::run, "lane-" + name);
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    void wake() {
        workAvailable.release();
    }

    void stop() {
        running = false;
        workAvailable.release();
    }

    /** Lets the current piece of work finish. */
    void join() throws InterruptedException {
        thread.join(TimeUnit.SECONDS.toMillis(20));
    }

    private void run() {
        try {
            while (running) {
                workAvailable.tryAcquire(POLL_MILLIS, TimeUnit.MILLISECONDS);
                workAvailable.drainPermits();
                work();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() throws InterruptedException {
        try {
            while (running && step.getAsBoolean()) {}
        } catch (RuntimeException e) {
            log.error("Dispatch loop {} failed and continues", name, e);
            Thread.sleep(AFTER_FAULT_MILLIS);
        }
    }
}

package jp.otodoke.demo.generator;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs the progress of a step: percent, rows per second since its start, time left. */
final class StepProgress {
    private static final Logger LOG = LoggerFactory.getLogger("otodoke");
    private static final Duration REPORT_INTERVAL = Duration.ofSeconds(5);

    private final String step;
    private final long whole;
    private final AtomicLong done;
    private final long before;
    private final AtomicLong rows = new AtomicLong();
    private final long startedAt = System.nanoTime();
    private final AtomicLong reportedAt = new AtomicLong(startedAt);

    /** @param done rows of an earlier run */
    StepProgress(String step, long whole, long done) {
        this.step = step;
        this.whole = whole;
        this.done = new AtomicLong(done);
        this.before = done;
    }

    void moved(long parts, long written) {
        done.addAndGet(parts);
        rows.addAndGet(written);
        var last = reportedAt.get();
        if (System.nanoTime() - last > REPORT_INTERVAL.toNanos() && reportedAt.compareAndSet(last, System.nanoTime())) {
            report();
        }
    }

    private void report() {
        var seconds = seconds();
        var speed = (done.get() - before) / seconds;
        LOG.info(
                "{}: {} % ({} rows/s, {} s left)",
                step,
                100 * done.get() / whole,
                "%,d".formatted((long) (rows.get() / seconds)),
                speed == 0 ? "?" : (long) ((whole - done.get()) / speed));
    }

    void end() {
        LOG.info("{}: done, {} rows in {} s", step, "%,d".formatted(rows.get()), "%.0f".formatted(seconds()));
    }

    private double seconds() {
        return (System.nanoTime() - startedAt) / 1e9;
    }
}

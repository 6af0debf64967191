package jp.otodoke.partners.exchange.routes;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the wait for a partner's server that keeps its connection alive but answers no request: the timeouts of the
 * library see the connection only.
 */
class AnswerDeadline {
    private static final Logger log = LoggerFactory.getLogger(AnswerDeadline.class);

    /** A content has time for at least so many bytes a second. */
    private static final long BYTES_A_SECOND = 10_000;

    private final Duration longest;
    private final ScheduledThreadPoolExecutor timers = timers();

    AnswerDeadline(Duration longest) {
        this.longest = longest;
    }

    /** How long the transfer of so many bytes may take. */
    long millisFor(long bytes) {
        return longest.toMillis() + TimeUnit.SECONDS.toMillis(bytes) / BYTES_A_SECOND;
    }

    /**
     * Waits no longer than the given time.
     *
     * @param hangUp lets the waiting operation fail
     * @throws SocketTimeoutException if the answer did not come in time
     */
    <T extends @Nullable Object> T await(long millis, Runnable hangUp, Answer<T> answer) throws IOException {
        var expired = new AtomicBoolean();
        var timer = timers.schedule(() -> expire(expired, hangUp), Math.max(0, millis), TimeUnit.MILLISECONDS);
        try {
            var received = answer.receive();
            if (expired.get()) {
                throw timedOut(millis);
            }
            return received;
        } catch (IOException | RuntimeException e) {
            if (expired.get() && !(e instanceof SocketTimeoutException)) {
                var timeout = timedOut(millis);
                timeout.addSuppressed(e);
                throw timeout;
            }
            throw e;
        } finally {
            timer.cancel(false);
        }
    }

    private static void expire(AtomicBoolean expired, Runnable hangUp) {
        expired.set(true);
        try {
            hangUp.run();
        } catch (RuntimeException e) {
            log.warn("A connection could not be closed after its deadline", e);
        }
    }

    private static SocketTimeoutException timedOut(long millis) {
        return new SocketTimeoutException("timed out: no answer within " + Duration.ofMillis(millis));
    }

    void close() {
        timers.shutdownNow();
    }

    private static ScheduledThreadPoolExecutor timers() {
        var timers = new ScheduledThreadPoolExecutor(1, work -> {
            var thread = new Thread(work, "partner-deadlines");
            thread.setDaemon(true);
            return thread;
        });
        timers.setRemoveOnCancelPolicy(true);
        return timers;
    }

    /** What is waited for. */
    interface Answer<T extends @Nullable Object> {
        T receive() throws IOException;
    }
}

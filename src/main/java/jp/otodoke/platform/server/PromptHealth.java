package jp.otodoke.platform.server;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Status;

/**
 * The health within half a second: while a look takes longer, on a busy machine or when no connection to the database is
 * free, the last one still holds. All who ask at one time share one look.
 */
class PromptHealth {
    private static final long LONGEST_WAIT_MILLIS = 400;

    /** As long as a connection to a database that is gone may take. */
    private static final long HOLDS_NANOS = TimeUnit.SECONDS.toNanos(90);

    private final Supplier<Status> look;
    private final Executor worker;
    private final LongSupplier nanoTime;
    private @Nullable CompletableFuture<Status> looking;
    private volatile @Nullable Seen last;

    PromptHealth(Supplier<Status> look, Executor worker, LongSupplier nanoTime) {
        this.look = look;
        this.worker = worker;
        this.nanoTime = nanoTime;
    }

    Status status() {
        var current = begin();
        try {
            return current.get(LONGEST_WAIT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException busy) {
            var known = last;
            return known != null && nanoTime.getAsLong() - known.at() < HOLDS_NANOS
                    ? known.status()
                    : current.exceptionally(failure -> Status.DOWN).join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Status.UNKNOWN;
        } catch (ExecutionException e) {
            return Status.DOWN;
        }
    }

    private synchronized CompletableFuture<Status> begin() {
        var running = looking;
        if (running == null || running.isDone()) {
            running = CompletableFuture.supplyAsync(this::seen, worker);
            looking = running;
        }
        return running;
    }

    private Status seen() {
        var status = look.get();
        last = new Seen(status, nanoTime.getAsLong());
        return status;
    }

    private record Seen(Status status, long at) {}
}

package jp.otodoke.partners.exchange;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Books chunks of one file on two threads, each chunk in a transaction of its own. Chunks decide in the order of the file and commit
 * in that order, so that the stored position always says what is booked; between the two they write beside each other. Where one
 * fails, those before it are committed, and it is rolled back with those behind it.
 */
final class OverlappingChunks {
    /** A chunk that waits longer gives way: the one before it may wait for a row of this one. */
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

    private final int size;
    private final int chunk;
    private final BooleanSupplier shouldContinue;
    private int next;
    private int decided;
    private int committed;
    private int failed = Integer.MAX_VALUE;
    private @Nullable Throwable fault;
    private @Nullable ChunkSteps last;

    OverlappingChunks(int from, int size, int chunk, BooleanSupplier shouldContinue) {
        this.size = size;
        this.chunk = chunk;
        this.shouldContinue = shouldContinue;
        next = from;
        decided = from;
        committed = from;
    }

    /**
     * Returns when all are booked, no more are to be begun, or one has failed and none runs any more.
     *
     * @param beside runs the second thread
     * @return why one has failed; null if none has
     */
    @Nullable
    Throwable book(Executor beside, Booking booking) {
        var other = CompletableFuture.runAsync(() -> lane(booking), beside);
        lane(booking);
        other.join();
        return fault;
    }

    private void lane(Booking booking) {
        for (int from = begin(); from < size; from = begin()) {
            try {
                booking.book(from, Math.min(from + chunk, size));
                committed(Math.min(from + chunk, size));
            } catch (RuntimeException | Error e) {
                fail(from, e);
            }
        }
    }

    /** Where the next chunk begins; the size if no more are begun. */
    private synchronized int begin() {
        if (failed < Integer.MAX_VALUE || next >= size || !shouldContinue.getAsBoolean()) {
            return size;
        }
        int from = next;
        next = Math.min(from + chunk, size);
        return from;
    }

    /** Waits until all chunks before this one have decided, and returns the last of them if it is not committed yet. */
    @Nullable
    synchronized ChunkSteps awaitDecisions(int from) {
        await(from, to -> decided >= to);
        return committed < from ? last : null;
    }

    synchronized void decided(int to, ChunkSteps steps) {
        decided = to;
        last = steps;
        notifyAll();
    }

    /** Waits until all chunks before this one are committed. */
    synchronized void awaitCommits(int from) {
        await(from, to -> committed >= to);
    }

    private synchronized void committed(int to) {
        committed = to;
        notifyAll();
    }

    private synchronized void fail(int from, Throwable why) {
        if (from < failed) {
            failed = from;
            fault = why;
        }
        notifyAll();
    }

    private synchronized void await(int from, IntPredicate reached) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!reached.test(from)) {
            long left = end - System.nanoTime();
            if (failed < from || left <= 0) {
                throw new GaveWay();
            }
            try {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new GaveWay();
            }
        }
    }

    /** Books the records from there to there in a transaction, and returns when that is committed. */
    interface Booking {
        void book(int from, int to);
    }

    /** A chunk before this one has failed, or takes too long. */
    static final class GaveWay extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}

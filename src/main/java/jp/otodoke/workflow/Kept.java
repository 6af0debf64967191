package jp.otodoke.workflow;

import java.time.Duration;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A figure that many ask for and that may be a little old. It is kept for a moment, and longer where finding it
 * takes long, so that however many look, looking takes at most a tenth of one database connection. While somebody finds it
 * anew the others go on with the old one: where finding it takes long, they would all wait with a connection in hand.
 */
final class Kept<T> {
    private static final int SHARE = 10;

    private final Supplier<T> source;
    private final long atLeast;
    private final Lock finding = new ReentrantLock();
    private volatile @Nullable Found<T> last;

    /** @param atLeast zero keeps nothing */
    Kept(Duration atLeast, Supplier<T> source) {
        this.atLeast = atLeast.toNanos();
        this.source = source;
    }

    T get() {
        var kept = last;
        if (kept != null && kept.isFresh()) {
            return kept.value;
        }
        if (kept == null || atLeast == 0) {
            finding.lock();
        } else if (!finding.tryLock()) {
            return kept.value;
        }
        try {
            var meanwhile = last;
            return meanwhile != null && meanwhile.isFresh() ? meanwhile.value : find();
        } finally {
            finding.unlock();
        }
    }

    private T find() {
        var asked = System.nanoTime();
        var value = source.get();
        var now = System.nanoTime();
        last = new Found<>(value, now + (atLeast == 0 ? 0 : Math.max(atLeast, SHARE * (now - asked))));
        return value;
    }

    private record Found<T>(T value, long until) {
        boolean isFresh() {
            return System.nanoTime() - until < 0;
        }
    }
}

package jp.otodoke.workflow;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A figure that many ask for and that may be a little old. It is kept for a moment, and longer where finding it
 * takes long, so that however many look, looking takes at most a tenth of one database connection.
 */
final class Kept<T> {
    private static final int SHARE = 10;

    private final Supplier<T> source;
    private final long atLeast;
    private @Nullable T value;
    private long until;

    /** @param atLeast zero keeps nothing */
    Kept(Duration atLeast, Supplier<T> source) {
        this.atLeast = atLeast.toNanos();
        this.source = source;
    }

    synchronized T get() {
        var kept = value;
        var asked = System.nanoTime();
        if (kept != null && asked - until < 0) {
            return kept;
        }
        var found = source.get();
        var took = System.nanoTime() - asked;
        value = found;
        until = System.nanoTime() + (atLeast == 0 ? 0 : Math.max(atLeast, SHARE * took));
        return found;
    }
}

package jp.otodoke.workflow;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * A figure that many ask for and that may be a little old. Whoever asks once it is stale finds it anew, while the others
 * go on with the old one: where finding it takes long, they would all wait with a connection in hand. It is good for ten
 * times as long as finding it took, so that looking takes at most a tenth of one database connection.
 */
final class CachedFigure<T> {
    private static final int SHARE = 10;
    private static final String ONLY = "";

    private final LoadingCache<String, T> cache;
    private final Duration atLeast;

    /** @param atLeast zero caches nothing */
    CachedFigure(Duration atLeast, Supplier<T> source) {
        this.atLeast = atLeast;
        // The reader who meets a stale figure is the one who refreshes it.
        var builder = Caffeine.newBuilder().executor(Runnable::run);
        this.cache = atLeast.isZero()
                ? builder.expireAfterWrite(Duration.ZERO).build(only -> source.get())
                : builder.refreshAfterWrite(atLeast).build(only -> find(source));
    }

    T get() {
        return cache.get(ONLY);
    }

    private T find(Supplier<T> source) {
        var begun = System.nanoTime();
        var value = source.get();
        goodFor(Duration.ofNanos(SHARE * (System.nanoTime() - begun)));
        return value;
    }

    private void goodFor(Duration costs) {
        cache.policy()
                .refreshAfterWrite()
                .ifPresent(refresh -> refresh.setRefreshesAfter(costs.compareTo(atLeast) > 0 ? costs : atLeast));
    }
}

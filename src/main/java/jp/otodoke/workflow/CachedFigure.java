package jp.otodoke.workflow;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Caches a figure that is requested often and may be slightly out of date. The first caller after it expires
 * recomputes it while others get the old value, so that an expensive query does not block several connections. It
 * is cached for at least ten times as long as computing it takes, so that recomputing uses no more than a tenth of
 * one database connection.
 */
final class CachedFigure<T> {
    private static final int SHARE = 10;
    private static final String KEY = "";

    private final LoadingCache<String, T> cache;
    private final Duration minimum;

    /** @param minimum minimum time to cache the figure; zero disables caching */
    CachedFigure(Duration minimum, Supplier<T> source) {
        this.minimum = minimum;
        // Refreshes in the thread of the caller who finds the figure expired.
        var builder = Caffeine.newBuilder().executor(Runnable::run);
        this.cache = minimum.isZero()
                ? builder.expireAfterWrite(Duration.ZERO).build(only -> source.get())
                : builder.refreshAfterWrite(minimum).build(only -> find(source));
    }

    T get() {
        return cache.get(KEY);
    }

    private T find(Supplier<T> source) {
        var begun = System.nanoTime();
        var value = source.get();
        cacheFor(Duration.ofNanos(SHARE * (System.nanoTime() - begun)));
        return value;
    }

    private void cacheFor(Duration costs) {
        cache.policy()
                .refreshAfterWrite()
                .ifPresent(refresh -> refresh.setRefreshesAfter(costs.compareTo(minimum) > 0 ? costs : minimum));
    }
}

package jp.otodoke.partners.exchange.routes;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import jp.otodoke.partners.exchange.StuckFiles;

/**
 * How often each file of a folder was taken in vain: the pauses between attempts grow, and after some a person is
 * told and the file is left alone but for a look now and then.
 */
class FileAttempts {
    static final int MOST = 10;

    private static final long FIRST_PAUSE = TimeUnit.MILLISECONDS.toNanos(200);
    private static final long PAUSE_OF_THE_STUCK = TimeUnit.MINUTES.toNanos(10);

    private final String partner;
    private final StuckFiles stuckFiles;
    private final LongSupplier nanoTime;
    private final Map<String, Attempt> attempts = new ConcurrentHashMap<>();

    FileAttempts(String partner, StuckFiles stuckFiles, LongSupplier nanoTime) {
        this.partner = partner;
        this.stuckFiles = stuckFiles;
        this.nanoTime = nanoTime;
    }

    /**
     * Whether the file is to be taken now; if so, that counts as an attempt until it has {@link #ended}.
     *
     * @param version another one means another file of the same name
     */
    boolean begin(String name, String version) {
        var before = before(name, version);
        long now = nanoTime.getAsLong();
        if (before.count() > 0 && now - before.next() < 0) {
            return false;
        }
        int count = before.count() + 1;
        if (count == MOST + 1) {
            stuckFiles.found(partner, name, MOST);
        }
        attempts.put(name, new Attempt(version, count, now + pause(count)));
        return true;
    }

    private Attempt before(String name, String version) {
        var last = attempts.get(name);
        if (last != null && !last.version().equals(version)) {
            ended(name);
            last = null;
        }
        return last == null ? new Attempt(version, 0, 0) : last;
    }

    /** All files but these are gone. */
    void endedExcept(Set<String> names) {
        attempts.keySet().stream().filter(name -> !names.contains(name)).forEach(this::ended);
    }

    /** The file is gone, or attempts at it count no more. */
    void ended(String name) {
        var last = attempts.remove(name);
        if (last != null && last.count() > MOST) {
            stuckFiles.gone(partner, name);
        }
    }

    private static long pause(int count) {
        return count > MOST ? PAUSE_OF_THE_STUCK : FIRST_PAUSE << (count - 1);
    }

    private record Attempt(String version, int count, long next) {}
}

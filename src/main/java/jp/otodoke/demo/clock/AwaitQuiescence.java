package jp.otodoke.demo.clock;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import jp.otodoke.platform.clock.WorkInFlight;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Waits until nothing is left to do without time passing or someone acting. */
@Component
public class AwaitQuiescence {
    private static final long PAUSE_MILLIS = 12;

    /**
     * The longer something takes, the less often it is asked about, since that slows it down: a wait is never longer than
     * needed by more than this part, nor by more than the longest pause.
     */
    private static final int PART = 8;

    private static final long SHORTEST_PAUSE_MILLIS = 3;
    private static final long LONGEST_PAUSE_MILLIS = 48;

    private static final int QUIET_CHECKS = 2;

    private final SingletonSupplier<List<WorkInFlight>> work;

    AwaitQuiescence(ObjectProvider<WorkInFlight> work) {
        this.work = SingletonSupplier.of(() -> work.stream().toList());
    }

    /** @return what is still in progress when the time is up; empty when there is nothing */
    public List<String> await(Duration limit) {
        var begin = System.nanoTime();
        var end = begin + limit.toNanos();
        var quiet = 0;
        Optional<WorkInFlight> busy = Optional.empty();
        while (true) {
            busy = busy(busy);
            quiet = busy.isPresent() ? 0 : quiet + 1;
            if (quiet == QUIET_CHECKS) {
                return List.of();
            }
            if (busy.isPresent() && System.nanoTime() > end) {
                var moving = all().flatMap(w -> w.moving().stream()).toList();
                if (!moving.isEmpty()) {
                    return moving;
                }
            }
            pause(busy.isPresent() ? pauseAfter(System.nanoTime() - begin) : PAUSE_MILLIS);
        }
    }

    private static long pauseAfter(long nanos) {
        return Math.max(
                SHORTEST_PAUSE_MILLIS, Math.min(TimeUnit.NANOSECONDS.toMillis(nanos) / PART, LONGEST_PAUSE_MILLIS));
    }

    /** One busy source is enough to go on waiting; the source that was busy last time is asked first. */
    private Optional<WorkInFlight> busy(Optional<WorkInFlight> before) {
        return Stream.concat(before.stream(), all())
                .filter(w -> !w.moving().isEmpty())
                .findFirst();
    }

    /** Makes every source look for due work now. */
    void runNow() {
        all().forEach(WorkInFlight::runNow);
    }

    Stream<WorkInFlight> all() {
        return work.obtain().stream();
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while work was settling", e);
        }
    }
}

package jp.otodoke.demo.clock;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.otodoke.platform.clock.WorkInFlight;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Waits until nothing is left to do without time passing or someone acting. */
@Component
public class AwaitQuiescence {
    private static final long PAUSE_MILLIS = 12;

    /** A busy source is polled less often, since polling slows down the work it waits for. */
    private static final long LONGEST_PAUSE_MILLIS = 48;

    private static final int QUIET_CHECKS = 2;

    private final ObjectProvider<WorkInFlight> work;

    AwaitQuiescence(ObjectProvider<WorkInFlight> work) {
        this.work = work;
    }

    /** @return what is still in progress when the time is up; empty when there is nothing */
    public List<String> await(Duration limit) {
        var end = System.nanoTime() + limit.toNanos();
        var quiet = 0;
        var pause = PAUSE_MILLIS;
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
            pause = busy.isPresent() ? Math.min(2 * pause, LONGEST_PAUSE_MILLIS) : PAUSE_MILLIS;
            pause(pause);
        }
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
        return work.stream();
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

package jp.otodoke.shared.clock;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import jp.otodoke.shared.WorkInFlight;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Waits until nothing is left to do without time passing or someone acting. */
@Component
public class Settle {
    private static final long PAUSE_MILLIS = 12;
    private static final int QUIET_LOOKS = 2;

    private final ObjectProvider<WorkInFlight> work;

    Settle(ObjectProvider<WorkInFlight> work) {
        this.work = work;
    }

    /** @return what still moves when the time is up; empty when all is quiet */
    public List<String> await(Duration limit) {
        var end = System.nanoTime() + limit.toNanos();
        var quiet = 0;
        var moving = moving();
        while (true) {
            quiet = moving.isEmpty() ? quiet + 1 : 0;
            if (quiet == QUIET_LOOKS) {
                return List.of();
            }
            if (System.nanoTime() > end && !moving.isEmpty()) {
                return moving;
            }
            pause();
            moving = moving();
        }
    }

    /** Everybody looks for due work at once. */
    void nudge() {
        all().forEach(WorkInFlight::nudge);
    }

    Stream<WorkInFlight> all() {
        return work.stream();
    }

    private List<String> moving() {
        return all().flatMap(w -> w.moving().stream()).toList();
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while work was settling", e);
        }
    }
}

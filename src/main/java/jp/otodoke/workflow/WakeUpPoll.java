package jp.otodoke.workflow;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import jp.otodoke.platform.clock.RepeatedWork;
import jp.otodoke.platform.clock.WorkInFlight;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Delivers the wake-ups that a stopped node or a conflict has left behind, and at once what is handed to it. Runs on every node. */
@Component
public class WakeUpPoll extends RepeatedWork implements WorkInFlight {
    private static final Logger log = LoggerFactory.getLogger(WakeUpPoll.class);

    private static final int THREADS = 2;

    /** What waits for these threads beyond that is delivered by whoever recorded it, so that it can't run ahead of them. */
    private static final int MOST_WAITING = 2 * THREADS;

    private final DeliverWakeUps deliverWakeUps;
    private final JdbcClient jdbc;
    private final boolean active;
    private final AtomicInteger waiting = new AtomicInteger();

    WakeUpPoll(DeliverWakeUps deliverWakeUps, JdbcClient jdbc, @Value("${otodoke.jobs.active:true}") boolean active) {
        super("wake-ups", Duration.ofSeconds(1), Duration.ofSeconds(1), active, THREADS);
        this.deliverWakeUps = deliverWakeUps;
        this.jdbc = jdbc;
        this.active = active;
    }

    @Override
    protected void repeat() {
        run();
    }

    /** Delivers everything that was left behind and can be delivered now. */
    public void run() {
        try {
            while (!Thread.currentThread().isInterrupted() && deliverWakeUps.leftBehind()) {}
        } catch (RuntimeException e) {
            log.error("Could not deliver messages to processes; trying again", e);
        }
    }

    /** Delivers the wake-ups for these keys on a thread of this poll; while it does not run they wait for another node's. */
    void soon(Collection<String> keys) {
        if (!isRunning()) {
            return;
        }
        waiting.incrementAndGet();
        once(() -> {
            try {
                deliverWakeUps.of(keys);
            } finally {
                waiting.decrementAndGet();
            }
        });
    }

    /** Whether something handed to this poll is delivered without waiting long. */
    boolean free() {
        return isRunning() && waiting.get() < MOST_WAITING;
    }

    /** What is held up by a failed step waits for a person. */
    @Override
    public List<String> moving() {
        return active && anyToDeliver() ? List.of("messages to processes") : List.of();
    }

    @Override
    public Optional<Instant> nextDue() {
        return Optional.empty();
    }

    private boolean anyToDeliver() {
        return jdbc.sql("select exists (select 1 from process_wake_up w where not %s)".formatted(WakeUps.HELD_UP))
                .query(Boolean.class)
                .single();
    }
}

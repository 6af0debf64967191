package jp.otodoke.workflow;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.otodoke.platform.clock.RepeatedWork;
import jp.otodoke.platform.clock.WorkInFlight;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Starts queued processes by two threads. Runs on every node. */
@Component
public class StartPoll extends RepeatedWork implements WorkInFlight {
    private static final Logger log = LoggerFactory.getLogger(StartPoll.class);
    private static final int THREADS = 2;

    private final StartQueued startQueued;
    private final QueuedStarts starts;
    private final boolean active;

    StartPoll(StartQueued startQueued, QueuedStarts starts, @Value("${otodoke.jobs.active:true}") boolean active) {
        super("process-starts", Duration.ofSeconds(1), Duration.ofSeconds(1), active, THREADS);
        this.startQueued = startQueued;
        this.starts = starts;
        this.active = active;
    }

    @Override
    protected void repeat() {
        run();
    }

    /** Starts everything that is queued and that no other thread is starting. */
    public void run() {
        try {
            while (!Thread.currentThread().isInterrupted() && startQueued.next()) {}
        } catch (RuntimeException e) {
            log.error("Could not start queued processes; trying again", e);
        }
    }

    /** What could not be started waits for somebody to look at it. */
    @Override
    public List<String> moving() {
        return active && starts.any() ? List.of("processes to be started") : List.of();
    }

    @Override
    public Optional<Instant> nextDue() {
        return Optional.empty();
    }
}

package jp.otodoke.platform.idempotency;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import jp.otodoke.platform.idempotency.IdempotentRequests.Key;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Renews the claims of this node on the requests it is working on; after a crash they expire within seconds. */
@Component
class IdempotencyClaims implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(IdempotencyClaims.class);
    private static final int PAUSE_SECONDS = 4;

    private final IdempotentRequests answers;
    private final Set<Key> held = ConcurrentHashMap.newKeySet();
    private volatile boolean running;
    private ScheduledExecutorService executor = executor();

    IdempotencyClaims(IdempotentRequests answers) {
        this.answers = answers;
    }

    boolean claim(Key key, String hash) {
        var mine = answers.claim(key, hash);
        if (mine) {
            held.add(key);
        }
        return mine;
    }

    void end(Key key) {
        held.remove(key);
    }

    /** The next run may find the database again; an exception would end all runs. */
    private static Runnable everyTurn(Runnable work) {
        return () -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                log.warn("Claims of running requests could not be renewed", e);
            }
        };
    }

    @Override
    public void start() {
        running = true;
        executor = executor();
        executor.scheduleWithFixedDelay(
                everyTurn(() -> held.forEach(answers::renew)), PAUSE_SECONDS, PAUSE_SECONDS, TimeUnit.SECONDS);
        executor.scheduleWithFixedDelay(everyTurn(answers::deleteOld), 1, 24, TimeUnit.HOURS);
    }

    @Override
    public void stop() {
        running = false;
        executor.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private static ScheduledExecutorService executor() {
        return Executors.newSingleThreadScheduledExecutor(work -> {
            var thread = new Thread(work, "idempotency");
            thread.setDaemon(true);
            return thread;
        });
    }
}

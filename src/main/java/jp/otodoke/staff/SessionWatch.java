package jp.otodoke.staff;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Ends what outlives its request, such as a live page, when its session ends on whichever node: signed out, expired,
 * or ended because a password was changed or rights were taken away.
 */
@Component
public class SessionWatch implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(SessionWatch.class);

    private final JdbcClient jdbc;
    private final Map<Runnable, String> sessions = new ConcurrentHashMap<>();
    private @Nullable ScheduledExecutorService watch;

    SessionWatch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param ending called once the session has ended
     * @return stops watching
     */
    public Runnable watch(String session, Runnable ending) {
        sessions.put(ending, session);
        return () -> sessions.remove(ending);
    }

    private void look() {
        // What is registered after the question is asked must not be judged by its answer.
        var watched = Map.copyOf(sessions);
        if (watched.isEmpty()) {
            return;
        }
        try {
            var open = open(watched.values());
            watched.forEach((ending, session) -> {
                if (!open.contains(session)) {
                    sessions.remove(ending);
                    ending.run();
                }
            });
        } catch (DataAccessException e) {
            LOG.warn(
                    "Could not look for sessions that have ended: {}",
                    e.getClass().getSimpleName());
        }
    }

    private Set<String> open(Collection<String> asked) {
        return Set.copyOf(
                jdbc.sql("select session_id from spring_session where session_id = any(:ids) and expiry_time > :now")
                        .param("ids", asked.stream().distinct().toArray(String[]::new))
                        // The session store doesn't follow a business clock that was moved.
                        .param("now", System.currentTimeMillis())
                        .query(String.class)
                        .list());
    }

    @Override
    public void start() {
        var executor = Executors.newSingleThreadScheduledExecutor(work -> {
            var thread = new Thread(work, "session-watch");
            thread.setDaemon(true);
            return thread;
        });
        executor.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
        watch = executor;
    }

    @Override
    public void stop() {
        if (watch != null) {
            watch.shutdownNow();
            watch = null;
        }
    }

    @Override
    public boolean isRunning() {
        return watch != null;
    }
}

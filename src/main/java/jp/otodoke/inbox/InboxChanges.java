package jp.otodoke.inbox;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import jp.otodoke.shared.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Notifies listeners of changes to the inbox made on any node: once a second, each node with listeners reads what
 * was committed since the last time. Idle without listeners; stops before the web server waits for open responses
 * to end.
 */
@Component
public class InboxChanges implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(InboxChanges.class);

    private final JdbcClient jdbc;
    private final BusinessClock clock;
    private final TaskViewers viewers;
    private final List<Consumer<Change>> listeners = new CopyOnWriteArrayList<>();
    private final List<Runnable> endings = new CopyOnWriteArrayList<>();
    private @Nullable ScheduledExecutorService watch;
    private @Nullable Seen seen;

    InboxChanges(JdbcClient jdbc, BusinessClock clock, TaskViewers viewers) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.viewers = viewers;
    }

    /** The current position. A page that is loaded after this call and listens from this position misses nothing. */
    public String position() {
        // The oldest running transaction: anything committed from now on has this id or a higher one.
        return jdbc.sql("select pg_snapshot_xmin(pg_current_snapshot())::text")
                .query(String.class)
                .single();
    }

    /**
     * @param since a {@link #position()}; changes since then are reported immediately
     * @return removes the listener
     */
    public Runnable listen(Consumer<Change> listener, Runnable ending, @Nullable String since) {
        listeners.add(listener);
        endings.add(ending);
        begin();
        if (since != null && since.matches("\\d{1,18}")) {
            var position = position();
            var missed = jdbc.sql("select distinct task_id from task_history where txid >= :from::xid8")
                    .param("from", since)
                    .query(Long.class)
                    .list();
            listener.accept(new Change(new TreeSet<>(missed), Map.of(), position));
        }
        return () -> {
            listeners.remove(listener);
            endings.remove(ending);
        };
    }

    private synchronized void begin() {
        if (seen == null) {
            seen = read(null);
        }
    }

    synchronized void poll() {
        if (listeners.isEmpty()) {
            seen = null;
            return;
        }
        try {
            var before = seen;
            var now = read(before);
            seen = now;
            if (before != null) {
                publish(new Change(changed(before, now), watching(before, now), now.position()));
            }
        } catch (DataAccessException e) {
            LOG.warn("Could not read changes to the inbox: {}", e.getClass().getSimpleName());
        }
    }

    private void publish(Change change) {
        if (!change.tasks().isEmpty() || !change.viewers().isEmpty()) {
            listeners.forEach(listener -> listener.accept(change));
        }
    }

    private Seen read(@Nullable Seen before) {
        var position = position();
        var entries = before == null
                ? Map.<Long, Long>of()
                : jdbc
                        .sql("select id, task_id from task_history where txid >= :from::xid8")
                        .param("from", before.position())
                        .query((row, n) -> Map.entry(row.getLong(1), row.getLong(2)))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return new Seen(position, entries, clock.instant(), viewers.now());
    }

    /** While an older transaction runs, an entry may be read twice; it is reported once. */
    private Set<Long> changed(Seen before, Seen now) {
        var tasks = new TreeSet<Long>();
        now.entries().forEach((entry, task) -> {
            if (!before.entries().containsKey(entry)) {
                tasks.add(task);
            }
        });
        tasks.addAll(
                jdbc.sql("select id from task where state = 'OPEN' and snoozed_until > :then and snoozed_until <= :now")
                        .param("then", Timestamp.from(before.at()))
                        .param("now", Timestamp.from(now.at()))
                        .query(Long.class)
                        .list());
        return tasks;
    }

    private static Map<Long, List<String>> watching(Seen before, Seen now) {
        var changed = new HashMap<Long, List<String>>();
        now.viewers().forEach((task, people) -> {
            if (!people.equals(before.viewers().get(task))) {
                changed.put(task, people);
            }
        });
        before.viewers().keySet().stream()
                .filter(task -> !now.viewers().containsKey(task))
                .forEach(task -> changed.put(task, List.of()));
        return changed;
    }

    @Override
    public void start() {
        var executor = Executors.newSingleThreadScheduledExecutor(work -> {
            var thread = new Thread(work, "inbox-changes");
            thread.setDaemon(true);
            return thread;
        });
        executor.scheduleWithFixedDelay(this::poll, 1, 1, TimeUnit.SECONDS);
        watch = executor;
    }

    @Override
    public void stop() {
        Objects.requireNonNull(watch).shutdownNow();
        watch = null;
        endings.forEach(Runnable::run);
    }

    @Override
    public boolean isRunning() {
        return watch != null;
    }

    /**
     * @param tasks ids of tasks opened, changed, snoozed, woken or ended
     * @param viewers current viewers by task, if changed
     * @param position the position to continue listening from
     */
    public record Change(Set<Long> tasks, Map<Long, List<String>> viewers, String position) {}

    private record Seen(String position, Map<Long, Long> entries, Instant at, Map<Long, List<String>> viewers) {}
}

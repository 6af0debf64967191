package jp.otodoke.inbox;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.otodoke.shared.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Numbers of tasks in the inbox. They appear on every page, so each node counts them once for all readers, and
 * again after the task history has grown or some seconds have passed, since tasks also become overdue or wake up.
 * With very many tasks counting is slow and small differences go unnoticed, so the numbers may lag by a few
 * seconds.
 */
@Component
public class InboxCounts {
    private static final Duration GOOD_FOR = Duration.ofSeconds(30);
    private static final long MANY = 5_000;
    private static final Duration LAG = Duration.ofSeconds(2);
    private static final int HELD_LISTS = 1_000;

    private static final Map<Tasks.Shown, ToLongFunction<Line>> PARTS = Map.of(
            Tasks.Shown.WAITING, Line::waiting, Tasks.Shown.LATE, Line::late, Tasks.Shown.SNOOZED, Line::snoozed);

    private final JdbcClient jdbc;
    private final BusinessClock clock;
    private final Tasks tasks;
    private final Cache<Tasks.Filter, Held> held =
            Caffeine.newBuilder().maximumSize(HELD_LISTS).build();
    private volatile @Nullable Counted counted;

    InboxCounts(JdbcClient jdbc, BusinessClock clock, Tasks tasks) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.tasks = tasks;
    }

    @Transactional(readOnly = true)
    public Map<String, Long> perGroup() {
        return lines().collect(
                        Collectors.groupingBy(Line::groupName, TreeMap::new, Collectors.summingLong(Line::waiting)));
    }

    /** Most frequent first. */
    @Transactional(readOnly = true)
    public Map<String, Long> perType(Collection<String> groups) {
        var result = new LinkedHashMap<String, Long>();
        lines()
                .filter(line -> groups.contains(line.groupName()))
                .collect(Collectors.groupingBy(Line::type, Collectors.summingLong(Line::waiting)))
                .entrySet()
                .stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(type -> result.put(type.getKey(), type.getValue()));
        return result;
    }

    /**
     * Number of tasks in a list: a sum of known counts, unless the filter has other conditions than group and
     * type.
     */
    @Transactional(readOnly = true)
    public long total(Tasks.Filter filter) {
        var part = PARTS.get(filter.shown());
        if (filter.assignee() != null && filter.q() == null) {
            return held(filter);
        }
        if (part == null || filter.q() != null || filter.cause() != null) {
            return tasks.count(filter);
        }
        var groups = filter.groups();
        var skills = filter.skills();
        return lines().filter(line -> groups == null || groups.contains(line.groupName()))
                .filter(line -> skills == null || skills.contains(line.type()))
                .filter(line -> filter.type() == null || line.type().equals(filter.type()))
                .mapToLong(part)
                .sum();
    }

    /** Whoever takes a task looks for it in this number at once, so it never lags behind the task history. */
    private long held(Tasks.Filter filter) {
        var now = clock.instant();
        long last = lastEntry();
        var known = held.getIfPresent(filter);
        if (known == null
                || known.last() != last
                || Duration.between(known.at(), now).abs().compareTo(GOOD_FOR) >= 0) {
            known = new Held(last, now, tasks.count(filter));
            held.put(filter, known);
        }
        return known.count();
    }

    private long lastEntry() {
        return jdbc.sql("select coalesce(max(id), 0) from task_history")
                .query(Long.class)
                .single();
    }

    private Stream<Line> lines() {
        var now = clock.instant();
        long last = lastEntry();
        var known = counted;
        if (known == null || !known.holds(last, now)) {
            known = new Counted(last, now, count(now));
            counted = known;
        }
        return known.lines().stream();
    }

    private List<Line> count(Instant now) {
        return jdbc.sql(
                        """
                        select group_name, type,
                               count(*) filter (where snoozed_until is null or snoozed_until <= :now) as waiting,
                               count(*) filter (where due_at < :now and (snoozed_until is null or snoozed_until <= :now)) as late,
                               count(*) filter (where snoozed_until > :now) as snoozed
                          from task where state = 'OPEN' group by group_name, type
                        """)
                .param("now", Timestamp.from(now))
                .query(Line.class)
                .list();
    }

    private record Line(String groupName, String type, long waiting, long late, long snoozed) {}

    private record Held(long last, Instant at, long count) {}

    private record Counted(long last, Instant at, List<Line> lines) {
        boolean holds(long latest, Instant now) {
            var many = lines.stream()
                            .mapToLong(line -> line.waiting() + line.snoozed())
                            .sum()
                    > MANY;
            var limit = last == latest ? GOOD_FOR : many ? LAG : Duration.ZERO;
            return Duration.between(at, now).abs().compareTo(limit) < 0;
        }
    }
}

package jp.otodoke.inbox;

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
 * How much waits in the inbox. Every page shows such numbers, so they are counted once for all readers of a node and counted
 * anew when the history of tasks has gone on, or after some seconds, since tasks also become late and come back. Of so many
 * tasks that nobody sees one more or less, and counting takes long, the numbers may lag a little.
 */
@Component
public class InboxCounts {
    private static final Duration GOOD_FOR = Duration.ofSeconds(30);
    private static final long MANY = 5_000;
    private static final Duration LAG = Duration.ofSeconds(2);

    private static final Map<Tasks.Shown, ToLongFunction<Line>> PARTS = Map.of(
            Tasks.Shown.WAITING, Line::waiting, Tasks.Shown.LATE, Line::late, Tasks.Shown.SNOOZED, Line::snoozed);

    private final JdbcClient jdbc;
    private final BusinessClock clock;
    private final Tasks tasks;
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

    /** The most frequent first. */
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

    @Transactional(readOnly = true)
    public Figures of(Collection<String> groups, String staff) {
        var ours = lines().filter(line -> groups.contains(line.groupName())).toList();
        return new Figures(
                ours.stream().mapToLong(Line::waiting).sum(),
                ours.stream().mapToLong(Line::late).sum(),
                jdbc.sql("select count(*) from task where state = 'OPEN' and assignee = :staff")
                        .param("staff", staff)
                        .query(Long.class)
                        .single(),
                ours.stream().mapToLong(Line::snoozed).sum());
    }

    /** How many a list holds: summed from what is counted already, where the filter knows no more than groups and kinds. */
    @Transactional(readOnly = true)
    public long total(Tasks.Filter filter) {
        var part = PARTS.get(filter.shown());
        if (part == null || filter.assignee() != null || filter.q() != null || filter.cause() != null) {
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

    private Stream<Line> lines() {
        var now = clock.instant();
        long last = jdbc.sql("select coalesce(max(id), 0) from task_history")
                .query(Long.class)
                .single();
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

    /**
     * @param mine those that the person has taken
     * @param snoozed those that are laid aside
     */
    public record Figures(long open, long late, long mine, long snoozed) {}
}

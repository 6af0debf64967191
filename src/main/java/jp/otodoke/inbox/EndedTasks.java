package jp.otodoke.inbox;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.otodoke.platform.personal.PersonalView;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads tasks that are no longer open. */
@Component
public class EndedTasks {
    private static final String SELECT =
            """
            select t.id, t.type, t.reason, t.reason_en, t.reason_masked, t.reason_masked_en, t.state, t.shown_kind, t.shown_key, t.decision, t.comment, t.ended_by, t.ended_at,
                   array(select s.kind || ':' || s.key from task_subject s where s.task_id = t.id order by s.kind, s.key) as subjects
              from task t
            """;

    private static final Duration PERIOD = Duration.ofDays(90);
    private static final int SAMPLE = 1_000;

    /** Percentages of fewer cases would be misleading. */
    private static final int FEWEST_CASES = 20;

    private final JdbcClient jdbc;
    private final BusinessClock clock;
    private final PersonalView personal;

    EndedTasks(JdbcClient jdbc, BusinessClock clock, PersonalView personal) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.personal = personal;
    }

    /** How recent tasks of this type were decided, from the latest thousand; no shares if there are too few. */
    @Transactional(readOnly = true)
    public Decided decided(String type) {
        var cases = new LinkedHashMap<String, Long>();
        jdbc.sql(
                        """
                        select decision, count(*)
                          from (select decision from task where type = :type and state = 'DONE' and ended_at > :since
                                 order by ended_at desc limit :sample) lately
                         group by decision order by 2 desc
                        """)
                .param("type", type)
                .param("since", Timestamp.from(clock.instant().minus(PERIOD)))
                .param("sample", SAMPLE)
                .query(row -> {
                    cases.put(row.getString(1), row.getLong(2));
                });
        return Decided.of(cases);
    }

    @Transactional(readOnly = true)
    public Optional<EndedTask> find(long id) {
        return jdbc.sql(SELECT + " where t.id = :id and t.state <> 'OPEN'")
                .param("id", id)
                .query((row, n) -> new EndedTask(
                        row.getLong("id"),
                        row.getString("type"),
                        Tasks.reason(row, personal),
                        Tasks.subjects(row),
                        new Subject(row.getString("shown_kind"), row.getString("shown_key")),
                        row.getString("decision"),
                        row.getString("comment"),
                        row.getString("ended_by"),
                        instant(row.getTimestamp("ended_at"))))
                .optional();
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    /**
     * @param cases number of tasks
     * @param shares percentage per decision
     */
    public record Decided(long cases, Map<String, Long> shares) {
        static Decided of(Map<String, Long> casesOf) {
            var cases = casesOf.values().stream().mapToLong(Long::longValue).sum();
            var shares = new LinkedHashMap<String, Long>();
            if (cases >= FEWEST_CASES) {
                casesOf.forEach((decision, count) -> shares.put(decision, Math.round(100.0 * count / cases)));
            }
            return new Decided(cases, shares);
        }
    }

    /** A task decided by a person, or closed automatically; in that case {@code decision} and {@code by} are null. */
    public record EndedTask(
            long id,
            String type,
            BilingualText reason,
            List<Subject> subjects,
            Subject shown,
            @Nullable String decision,
            @Nullable String comment,
            @Nullable String by,
            @Nullable Instant at) {}
}

package jp.otodoke.workflow;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What became of tasks that are no longer open. */
@Component
public class EndedTasks {
    private static final String SELECT =
            """
            select t.id, t.type, t.reason, t.reason_en, t.state, t.decision, t.comment, t.ended_by, t.ended_at,
                   array(select o.order_number from task_order o where o.task_id = t.id order by 1) as orders
              from task t
            """;

    private static final Duration LATELY = Duration.ofDays(90);
    private static final int SAMPLE = 1_000;

    private final JdbcClient jdbc;
    private final BusinessClock clock;

    EndedTasks(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** How people decided tasks of this kind lately: decision and per cent, from the latest thousand. */
    @Transactional(readOnly = true)
    public Map<String, Long> decided(String type) {
        var shares = new LinkedHashMap<String, Long>();
        jdbc.sql(
                        """
                        select decision, round(100.0 * count(*) / sum(count(*)) over ())::bigint as share
                          from (select decision from task where type = :type and state = 'DONE' and ended_at > :since
                                 order by ended_at desc limit :sample) lately
                         group by decision order by 2 desc
                        """)
                .param("type", type)
                .param("since", Timestamp.from(clock.instant().minus(LATELY)))
                .param("sample", SAMPLE)
                .query(row -> {
                    shares.put(row.getString(1), row.getLong(2));
                });
        return shares;
    }

    @Transactional(readOnly = true)
    public Optional<EndedTask> find(long id) {
        return jdbc.sql(SELECT + " where t.id = :id and t.state <> 'OPEN'")
                .param("id", id)
                .query((row, n) -> new EndedTask(
                        row.getLong("id"),
                        row.getString("type"),
                        new Words(row.getString("reason"), row.getString("reason_en")),
                        List.of((String[]) row.getArray("orders").getArray()),
                        row.getString("decision"),
                        row.getString("comment"),
                        row.getString("ended_by"),
                        instant(row.getTimestamp("ended_at"))))
                .optional();
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    /** Decided by a person, or cured by itself: then {@code decision} and {@code by} are null. */
    public record EndedTask(
            long id,
            String type,
            Words reason,
            List<String> orderNumbers,
            @Nullable String decision,
            @Nullable String comment,
            @Nullable String by,
            @Nullable Instant at) {}
}

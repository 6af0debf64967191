package jp.otodoke.workflow;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import jp.otodoke.shared.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The cases at a step, behind the numbers in the process view. */
@Component
public class Cases {
    private static final int CHUNK = 1_000;

    /** A step whose job has not run yet has no history entry; any other current step has one without an end. */
    private static final String STANDING =
            """
              from (select a.proc_inst_id_ as instance, a.start_time_ as since
                      from act_hi_actinst a
                     where a.proc_def_key_ = :process and a.act_id_ = :step and a.end_time_ is null
                    union all
                    select j.process_instance_id_, j.create_time_
                      from act_ru_job j join act_ru_jobdef d on d.id_ = j.job_def_id_
                     where d.proc_def_key_ = :process and d.act_id_ = :step
                       and (j.handler_type_ = 'async-continuation' or j.retries_ = 0)) s
              join act_ru_execution p on p.id_ = s.instance
              left join step_target t on t.process = :process and t.step = :step
             where (cast(:key as text) is null or p.business_key_ like :key || '%')
               and (not :late or s.since < cast(:now as timestamp) - t.target_seconds * interval '1 second')
               and (not :stuck or exists (select 1 from act_ru_incident x where x.proc_inst_id_ = s.instance))
            """;

    private final JdbcClient jdbc;
    private final BusinessClock clock;

    Cases(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The cases at a step, longest waiting first by default. */
    @Transactional(readOnly = true)
    public List<Case> at(String process, String step, Filter filter, int offset, int limit) {
        return ask(process, step, filter, " offset :offset limit :limit")
                .param("offset", offset)
                .param("limit", limit)
                .query(Cases::row)
                .list();
    }

    @Transactional(readOnly = true)
    public long count(String process, String step, Filter filter) {
        return query("select count(*) " + STANDING, process, step, filter)
                .query(Long.class)
                .single();
    }

    /** Streams all of them from a consistent snapshot, for exports of any length. */
    @Transactional(readOnly = true)
    public void each(String process, String step, Filter filter, Consumer<List<Case>> take) {
        var some = new ArrayList<Case>();
        try (var rows = ask(process, step, filter, "").withFetchSize(CHUNK).query(Cases::row).stream()) {
            rows.forEach(row -> {
                some.add(row);
                if (some.size() == CHUNK) {
                    take.accept(List.copyOf(some));
                    some.clear();
                }
            });
        }
        if (!some.isEmpty()) {
            take.accept(List.copyOf(some));
        }
    }

    private JdbcClient.StatementSpec ask(String process, String step, Filter filter, String end) {
        return query(
                """
                select p.business_key_ as key, s.since,
                       exists (select 1 from act_ru_incident x where x.proc_inst_id_ = s.instance) as stuck,
                       coalesce(s.since < cast(:now as timestamp) - t.target_seconds * interval '1 second', false) as late,
                       coalesce(s.since < cast(:now as timestamp) - t.limit_seconds * interval '1 second', false) as over
                """
                        + STANDING
                        + (filter.newestFirst() ? " order by s.since desc, 1" : " order by s.since, 1")
                        + end,
                process,
                step,
                filter);
    }

    private static Case row(ResultSet row, int number) throws SQLException {
        return new Case(
                row.getString("key"),
                row.getTimestamp("since").toInstant(),
                row.getBoolean("stuck"),
                row.getBoolean("late"),
                row.getBoolean("over"));
    }

    private JdbcClient.StatementSpec query(String sql, String process, String step, Filter filter) {
        return jdbc.sql(sql)
                .param("process", process)
                .param("step", step)
                .param("key", filter.key())
                .param("late", filter.late())
                .param("stuck", filter.stuck())
                .param("now", Timestamp.from(clock.instant()));
    }

    /**
     * @param key prefix of the business key; null for all
     * @param late only cases beyond the target
     * @param stuck only cases with an incident
     */
    public record Filter(@Nullable String key, boolean late, boolean stuck, boolean newestFirst) {}

    /**
     * One case, identified by its business key.
     *
     * @param stuck whether it has an incident
     * @param late beyond the target
     * @param over beyond the limit
     */
    public record Case(@Nullable String key, Instant since, boolean stuck, boolean late, boolean over) {}
}

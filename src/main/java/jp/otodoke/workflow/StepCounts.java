package jp.otodoke.workflow;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Number, age and value of the cases at each step: one grouped query each, cached briefly. */
@Component
class StepCounts {
    private static final String COUNTS =
            """
            with standing as (
                select a.proc_def_key_ as process, a.act_id_ as step, a.start_time_ as since, 0 as running, 0 as stuck
                  from act_hi_actinst a
                 where a.end_time_ is null and a.act_type_ not in ('subProcess', 'multiInstanceBody', 'transaction')
                union all
                select d.proc_def_key_, d.act_id_, j.create_time_, case when j.retries_ > 0 then 1 else 0 end,
                       case when j.retries_ = 0 then 1 else 0 end
                  from act_ru_job j join act_ru_jobdef d on d.id_ = j.job_def_id_
                 where j.handler_type_ = 'async-continuation')
            select s.process, s.step, count(*) filter (where running = 0 and stuck = 0) as waiting,
                   sum(running) as running, sum(stuck) as stuck, min(s.since) as oldest,
                   count(*) filter (where s.since < cast(:now as timestamp) - t.target_seconds * interval '1 second') as late,
                   count(*) filter (where s.since < cast(:now as timestamp) - t.limit_seconds * interval '1 second') as over
              from standing s left join step_target t on t.process = s.process and t.step = s.step
             group by s.process, s.step
            """;
    private static final String INCIDENTS =
            """
            select d.key_ as process, i.activity_id_ as step, count(*) as cases
              from act_ru_incident i join act_re_procdef d on d.id_ = i.proc_def_id_ group by 1, 2
            """;
    /**
     * Without {@code offset 0} the planner may compute the value of all cases ever, before selecting the current
     * ones.
     */
    private static final String VALUES =
            """
            with standing as (
                select a.proc_def_key_ as process, a.act_id_ as step, a.proc_inst_id_ as instance
                  from act_hi_actinst a
                 where a.end_time_ is null and a.act_type_ not in ('subProcess', 'multiInstanceBody', 'transaction')
                union all
                select d.proc_def_key_, d.act_id_, j.process_instance_id_
                  from act_ru_job j join act_ru_jobdef d on d.id_ = j.job_def_id_
                 where j.handler_type_ = 'async-continuation' or j.retries_ = 0)
            select s.process, s.step, coalesce(sum(v.yen), 0)::bigint as yen
              from standing s
              join act_ru_execution p on p.id_ = s.instance
              join lateral (select yen from (%s) v where v.business_key = p.business_key_ offset 0) v on true
             where s.process in (:processes)
             group by 1, 2
            """;

    private final JdbcClient jdbc;
    private final BusinessClock clock;
    private final ObjectProvider<CaseDetails> caseDetails;
    private final CalledProcesses called;
    private final CachedFigure<Map<String, Map<String, Count>>> counts;
    private final CachedFigure<Map<String, Map<String, Yen>>> yen;

    StepCounts(
            JdbcClient jdbc,
            BusinessClock clock,
            ObjectProvider<CaseDetails> caseDetails,
            CalledProcesses called,
            @Value("${otodoke.flow.keep:2s}") Duration cacheTime) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.caseDetails = caseDetails;
        this.called = called;
        this.counts = new CachedFigure<>(cacheTime, this::count);
        this.yen = new CachedFigure<>(cacheTime.multipliedBy(5), this::value);
    }

    Count of(String process, String step) {
        var count = counts.get().getOrDefault(process, Map.of()).getOrDefault(step, Count.NONE);
        return count.worth(yen.get().getOrDefault(process, Map.of()).getOrDefault(step, Yen.ZERO));
    }

    private Map<String, Map<String, Count>> count() {
        var result = new HashMap<String, Map<String, Count>>();
        jdbc.sql(COUNTS).param("now", Timestamp.from(clock.instant())).query(row -> {
            put(
                    result,
                    row.getString("process"),
                    row.getString("step"),
                    new Count(
                            row.getLong("waiting"),
                            row.getLong("running"),
                            row.getLong("stuck"),
                            row.getLong("late"),
                            row.getLong("over"),
                            instant(row.getTimestamp("oldest")),
                            Yen.ZERO));
        });
        jdbc.sql(INCIDENTS).query(row -> {
            var process = row.getString("process");
            var step = row.getString("step");
            var known = result.getOrDefault(process, Map.of()).getOrDefault(step, Count.NONE);
            put(result, process, step, known.stuck(row.getLong("cases")));
        });
        return result;
    }

    private Map<String, Map<String, Yen>> value() {
        var result = new HashMap<String, Map<String, Yen>>();
        for (var process : caseDetails) {
            jdbc.sql(VALUES.formatted(process.valueQuery()))
                    .param("processes", called.within(process.process()))
                    .query(row -> {
                        Objects.requireNonNull(result.computeIfAbsent(row.getString("process"), p -> new HashMap<>()))
                                .put(row.getString("step"), Yen.of(row.getLong("yen")));
                    });
        }
        return result;
    }

    private static void put(Map<String, Map<String, Count>> result, String process, String step, Count count) {
        Objects.requireNonNull(result.computeIfAbsent(process, p -> new HashMap<>()))
                .put(step, count);
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    record Count(long waiting, long running, long incidents, long late, long over, @Nullable Instant oldest, Yen yen) {
        static final Count NONE = new Count(0, 0, 0, 0, 0, null, Yen.ZERO);

        Count worth(Yen value) {
            return new Count(waiting, running, incidents, late, over, oldest, value);
        }

        Count stuck(long cases) {
            return new Count(waiting, running, cases, late, over, oldest, yen);
        }
    }
}

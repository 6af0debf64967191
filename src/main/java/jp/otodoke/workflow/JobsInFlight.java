package jp.otodoke.workflow;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.otodoke.platform.clock.WorkInFlight;
import jp.otodoke.shared.BusinessClock;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The engine's jobs: due ones count as in progress; timers and retries as due later. */
@Component
class JobsInFlight implements WorkInFlight {
    private final JdbcClient jdbc;
    private final BusinessClock clock;
    private final JobExecutor executor;

    JobsInFlight(JdbcClient jdbc, BusinessClock clock, JobExecutor executor) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.executor = executor;
    }

    @Override
    public List<String> moving() {
        return jdbc
                .sql(
                        """
                        select d.key_ || ' ' || coalesce(j.handler_cfg_, '') from act_ru_job j
                          left join act_re_procdef d on d.id_ = j.process_def_id_
                         where j.retries_ > 0 and j.suspension_state_ = 1 and (j.duedate_ is null or j.duedate_ <= :now)
                         limit 20
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .query(String.class)
                .list()
                .stream()
                .map(job -> "step: " + job)
                .toList();
    }

    @Override
    public Optional<Instant> nextDue() {
        return jdbc.sql(
                        """
                        select min(duedate_) from act_ru_job
                         where retries_ > 0 and suspension_state_ = 1 and duedate_ > :now
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .query((row, n) -> Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant))
                .single();
    }

    @Override
    public void runNow() {
        executor.jobWasAdded();
    }
}

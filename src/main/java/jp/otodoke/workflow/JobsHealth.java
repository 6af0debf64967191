package jp.otodoke.workflow;

import java.sql.Timestamp;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import jp.otodoke.shared.BusinessClock;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Health of the job executor: reports down if the same due job stays first in line for minutes. */
@Component("jobsHealthIndicator")
class JobsHealth extends AbstractHealthIndicator {
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(5);

    private final JdbcClient jdbc;
    private final BusinessClock clock;
    private final JobExecutor executor;
    private final boolean active;
    private String first = "";
    private long since = System.nanoTime();

    JobsHealth(
            JdbcClient jdbc,
            BusinessClock clock,
            JobExecutor executor,
            @Value("${otodoke.jobs.active:true}") boolean active) {
        super("The job queue could not be checked");
        this.jdbc = jdbc;
        this.clock = clock;
        this.executor = executor;
        this.active = active;
    }

    @Override
    protected synchronized void doHealthCheck(Health.Builder health) {
        health.up();
        if (active && !executor.isActive()) {
            health.down()
                    .withDetail("cause", "This node has stopped executing steps")
                    .withDetail("do", "Restart it; the other nodes continue meanwhile");
            return;
        }
        var now = firstInLine().orElse("");
        if (!now.equals(first)) {
            first = now;
            since = System.nanoTime();
        }
        if (!first.isEmpty() && System.nanoTime() - since > PATIENCE_NANOS) {
            health.down()
                    .withDetail("cause", "A step has been first in the queue for minutes: " + first)
                    .withDetail(
                            "do", "Check for long transactions in the database, and for nodes with jobs switched off");
        }
    }

    private Optional<String> firstInLine() {
        return jdbc.sql(
                        """
                        select id_ from act_ru_job
                         where retries_ > 0 and suspension_state_ = 1 and coalesce(duedate_, :now) <= :now
                         order by coalesce(duedate_, create_time_), id_ limit 1""")
                .param("now", Timestamp.from(clock.instant()))
                .query(String.class)
                .optional();
    }
}

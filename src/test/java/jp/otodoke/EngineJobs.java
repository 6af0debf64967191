package jp.otodoke;

import java.sql.Timestamp;
import java.util.List;
import java.util.stream.Stream;
import jp.otodoke.shared.BusinessClock;
import org.camunda.bpm.engine.ManagementService;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Runs the engine's due jobs one after another, as its executor would, so that a test knows when they are done. */
@TestComponent
public class EngineJobs {
    private static final int LIMIT = 1_000;

    private final ManagementService management;
    private final JdbcClient jdbc;
    private final BusinessClock clock;

    public EngineJobs(ManagementService management, JdbcClient jdbc, BusinessClock clock) {
        this.management = management;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Runs everything that is due for these cases, and what becomes due by that; a failing job fails the test.
     *
     * @param numbers of orders or shipments
     */
    public void run(Object... numbers) {
        var businessKeys = Stream.of(numbers).map(String::valueOf).toArray(String[]::new);
        for (int i = 0; i < LIMIT; i++) {
            var due = due(businessKeys);
            if (due.isEmpty()) {
                return;
            }
            due.forEach(management::executeJob);
        }
        throw new IllegalStateException("Jobs never end");
    }

    /** Runs the jobs at this step of whatever case, those that become due by them not. */
    public void runAt(String step) {
        management
                .createJobQuery()
                .activityId(step)
                .withRetriesLeft()
                .messages()
                .list()
                .forEach(job -> management.executeJob(job.getId()));
    }

    /** Starts the process that a timer starts, whether or not it is time, and runs it to its end. */
    public void runTimed(String process) {
        var timer = management
                .createJobQuery()
                .processDefinitionKey(process)
                .timers()
                .singleResult()
                .getId();
        management.executeJob(timer);
        for (int i = 0; i < LIMIT; i++) {
            var steps = management
                    .createJobQuery()
                    .processDefinitionKey(process)
                    .messages()
                    .list();
            if (steps.isEmpty()) {
                return;
            }
            steps.forEach(step -> management.executeJob(step.getId()));
        }
        throw new IllegalStateException("Jobs never end");
    }

    private List<String> due(String... businessKeys) {
        return jdbc.sql(
                        """
                        select j.id_ from act_ru_job j join act_ru_execution p on p.id_ = j.process_instance_id_
                         where p.business_key_ = any(:keys) and j.retries_ > 0
                           and (j.duedate_ is null or j.duedate_ <= :now)
                         order by j.create_time_ limit 1
                        """)
                .param("keys", businessKeys)
                .param("now", Timestamp.from(clock.instant()))
                .query(String.class)
                .list();
    }
}

package jp.otodoke.workflow;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Objects;
import jp.otodoke.workflow.Incidents.Incident;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does what mending would do, in a transaction of its own that is always rolled back, and tells what came of it.
 * Nothing leaves the house meanwhile: what a step sends is a row, and that row is taken back with the rest.
 */
@Component
public class DryRun {
    private static final int SECONDS = 30;

    private final SpringProcessEngineConfiguration engine;
    private final ProcessModification processModification;
    private final JdbcClient jdbc;
    private final TransactionTemplate aside;

    DryRun(
            SpringProcessEngineConfiguration engine,
            ProcessModification processModification,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.engine = engine;
        this.processModification = processModification;
        this.jdbc = jdbc;
        this.aside = new TransactionTemplate(transactions);
        this.aside.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.aside.setTimeout(SECONDS);
    }

    public Result of(Incident incident, IncidentResolution.Kind kind) {
        try {
            return Objects.requireNonNull(aside.execute(transaction -> {
                transaction.setRollbackOnly();
                return attempt(incident, kind, transaction);
            }));
        } catch (RuntimeException fault) {
            var trace = new StringWriter();
            fault.printStackTrace(new PrintWriter(trace));
            return new Result(false, List.of(), List.of(), List.of(), trace.toString());
        }
    }

    private Result attempt(Incident incident, IncidentResolution.Kind kind, TransactionStatus transaction) {
        var last = lastStep(incident.instance());
        if (kind == IncidentResolution.Kind.SKIP) {
            processModification.skip(incident);
        } else {
            run(Objects.requireNonNull(incident.job()));
        }
        transaction.flush();
        jdbc.sql("set constraints all immediate").update();
        return new Result(
                true,
                steps(
                        """
                        select act_id_ from act_hi_actinst
                         where proc_inst_id_ = :instance and sequence_counter_ > :last and end_time_ is not null
                           and act_type_ not like '%Gateway' and act_type_ not like '%Event%' and act_type_ <> 'subProcess'
                         order by sequence_counter_
                        """,
                        incident.instance(), last),
                steps(
                        """
                        select distinct act_id_ from act_ru_execution
                         where proc_inst_id_ = :instance and is_active_ and act_id_ is not null and :last >= 0
                         order by 1
                        """,
                        incident.instance(),
                        last),
                jdbc.sql(
                                """
                                select t.type from inbox_task_view t join act_ru_task r on r.id_ = t.engine_task_id
                                  join act_hi_actinst a on a.task_id_ = r.id_
                                 where r.proc_inst_id_ = :instance and a.sequence_counter_ > :last and t.state = 'OPEN'
                                """)
                        .param("instance", incident.instance())
                        .param("last", last)
                        .query(String.class)
                        .list(),
                null);
    }

    /** The job itself, without the engine's book-keeping of failures, which would outlive the rollback. */
    private void run(String job) {
        engine.getCommandExecutorTxRequired().execute((Command<Object>) context -> {
            var found = Objects.requireNonNull(context.getJobManager().findJobById(job), "The job is gone");
            context.setCurrentJob(found);
            found.execute(context);
            return Boolean.TRUE;
        });
    }

    private long lastStep(String instance) {
        return jdbc.sql(
                        "select coalesce(max(sequence_counter_), 0) from act_hi_actinst where proc_inst_id_ = :instance")
                .param("instance", instance)
                .query(Long.class)
                .single();
    }

    private List<String> steps(String sql, String instance, long last) {
        return jdbc.sql(sql)
                .param("instance", instance)
                .param("last", last)
                .query(String.class)
                .list();
    }

    /**
     * @param passed the steps it would go through
     * @param stands where it would stand then; nowhere when it would be over
     * @param tasks the kinds of tasks that would be opened
     * @param trace the fault where it would fail again
     */
    public record Result(
            boolean succeeds, List<String> passed, List<String> stands, List<String> tasks, @Nullable String trace) {}
}

package jp.otodoke.workflow;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import jp.otodoke.workflow.Incidents.Incident;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionSynchronizationUtils;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tries out the resolution of an incident in a separate transaction that is always rolled back, and reports the
 * outcome. Everything is done that the real one does up to the commit, including what the steps postpone until
 * then. Nothing is sent: outgoing messages are rows in the outbox, which are rolled back as well.
 */
@Component
public class DryRun {
    private static final int SECONDS = 30;

    private final SpringProcessEngineConfiguration engine;
    private final ProcessModification processModification;
    private final JdbcClient jdbc;
    private final CaseHistory histories;
    private final TransactionTemplate rollbackTransaction;

    DryRun(
            SpringProcessEngineConfiguration engine,
            ProcessModification processModification,
            JdbcClient jdbc,
            CaseHistory histories,
            PlatformTransactionManager transactions) {
        this.engine = engine;
        this.processModification = processModification;
        this.jdbc = jdbc;
        this.histories = histories;
        this.rollbackTransaction = new TransactionTemplate(transactions);
        this.rollbackTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.rollbackTransaction.setTimeout(SECONDS);
    }

    public Result of(Incident incident, IncidentResolution.Kind kind) {
        try {
            return Objects.requireNonNull(rollbackTransaction.execute(transaction -> {
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
        var root = root(incident.instance());
        var before = steps(root);
        if (kind == IncidentResolution.Kind.SKIP) {
            processModification.skip(incident);
        } else {
            asTheSystem(() -> run(Objects.requireNonNull(incident.job())));
        }
        transaction.flush();
        TransactionSynchronizationUtils.triggerBeforeCommit(false);
        transaction.flush();
        jdbc.sql("set constraints all immediate").update();
        return new Result(true, passedSteps(root, before), endsAt(root), tasks(root, before), null);
    }

    private String root(String instance) {
        return jdbc.sql("select root_proc_inst_id_ from act_ru_execution where id_ = :instance")
                .param("instance", instance)
                .query(String.class)
                .single();
    }

    private Set<String> steps(String root) {
        return jdbc.sql("select id_ from act_hi_actinst where root_proc_inst_id_ = :root")
                .param("root", root)
                .query(String.class)
                .set();
    }

    /** The steps just passed, in the case's own process and in those that it calls. */
    private List<String> passedSteps(String root, Set<String> before) {
        return histories.of(List.of(root)).getOrDefault(root, List.of()).stream()
                .filter(step -> !before.contains(step.id()) && step.until() != null)
                .filter(step -> !step.type().matches(".*Gateway|.*Event.*|subProcess|callActivity"))
                .map(CaseHistory.Entry::step)
                .toList();
    }

    private List<String> endsAt(String root) {
        return jdbc.sql(
                        """
                        select distinct e.act_id_
                          from act_ru_execution i
                          join act_ru_execution e on e.proc_inst_id_ = i.id_ and e.is_active_ and e.act_id_ is not null
                         where i.root_proc_inst_id_ = :root and i.parent_id_ is null
                           and not exists (select 1 from act_ru_execution called where called.super_exec_ = e.id_)
                         order by 1
                        """)
                .param("root", root)
                .query(String.class)
                .list();
    }

    private List<String> tasks(String root, Set<String> before) {
        return jdbc
                .sql(
                        """
                        select a.id_ as step, t.type from inbox_task_view t
                          join act_ru_task r on r.id_ = t.engine_task_id
                          join act_hi_actinst a on a.task_id_ = r.id_
                         where a.root_proc_inst_id_ = :root and t.state = 'OPEN'
                        """)
                .param("root", root)
                .query((row, n) -> Map.entry(row.getString("step"), row.getString("type")))
                .list()
                .stream()
                .filter(task -> !before.contains(task.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** A retry is executed in the background, where nobody has signed in. */
    private static void asTheSystem(Runnable work) {
        var person = SecurityContextHolder.getContext();
        SecurityContextHolder.clearContext();
        try {
            work.run();
        } finally {
            SecurityContextHolder.setContext(person);
        }
    }

    /** Executes the job directly, since the engine's own failure handling would survive the rollback. */
    private void run(String job) {
        engine.getCommandExecutorTxRequired().execute((Command<Object>) context -> {
            var found = Objects.requireNonNull(context.getJobManager().findJobById(job), "The job is gone");
            context.setCurrentJob(found);
            found.execute(context);
            return Boolean.TRUE;
        });
    }

    /**
     * @param passedSteps steps the case would pass
     * @param endsAt steps at which it would then be; empty if it would have ended
     * @param tasks types of tasks that would be opened
     * @param trace stack trace of the failure; null if it would succeed
     */
    public record Result(
            boolean succeeds,
            List<String> passedSteps,
            List<String> endsAt,
            List<String> tasks,
            @Nullable String trace) {}
}

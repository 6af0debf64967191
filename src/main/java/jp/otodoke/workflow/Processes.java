package jp.otodoke.workflow;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jp.otodoke.workflow.QueuedStarts.QueuedStart;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.event.EventType;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.jobexecutor.ProcessEventJobHandler;
import org.camunda.bpm.engine.impl.jobexecutor.ProcessEventJobHandler.EventSubscriptionJobConfiguration;
import org.camunda.bpm.engine.impl.persistence.entity.EventSubscriptionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.MessageEntity;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Starts processes and delivers messages to them in bulk: one query finds all waiting executions and one engine
 * command moves them, so that their rows are written in batches.
 */
@Component
public class Processes {
    private final RuntimeService runtime;
    private final SpringProcessEngineConfiguration engine;
    private final QueuedStarts queuedStarts;
    private final ObjectProvider<BeforeDelivery> beforeDelivery;
    private final JdbcClient jdbc;

    Processes(
            RuntimeService runtime,
            SpringProcessEngineConfiguration engine,
            QueuedStarts queuedStarts,
            ObjectProvider<BeforeDelivery> beforeDelivery,
            JdbcClient jdbc) {
        this.runtime = runtime;
        this.engine = engine;
        this.queuedStarts = queuedStarts;
        this.beforeDelivery = beforeDelivery;
        this.jdbc = jdbc;
    }

    /** Starts one instance per business key in the caller's transaction. */
    public void start(String process, Collection<String> keys) {
        var definition = newest(process);
        inOneCommand(() -> keys.forEach(key -> runtime.startProcessInstanceById(definition, key)));
    }

    /** Starts one instance per business key, at the start event that receives this message. */
    public void startBy(String message, Collection<String> keys) {
        inOneCommand(() -> keys.forEach(key -> runtime.startProcessInstanceByMessage(message, key)));
    }

    /**
     * Starts one instance per business key at a step that its case has reached already, in the caller's transaction: the
     * steps before it are not walked.
     */
    public void startAt(String process, String step, Collection<String> keys) {
        var definition = newest(process);
        inOneCommand(() -> keys.forEach(key -> runtime.createProcessInstanceById(definition)
                .businessKey(key)
                .startBeforeActivity(step)
                .execute()));
    }

    /**
     * As {@link #startAt}, but workers of all nodes start the instances after the commit. A message to one of them starts it
     * at once, so that it finds the case waiting. The process must begin with a job.
     */
    public void queueAt(String process, String step, Collection<String> keys) {
        queuedStarts.add(process, step, keys);
    }

    /** Starts what has been taken from the queue, in the caller's transaction. */
    void startTaken(Collection<QueuedStart> taken) {
        taken.stream()
                .collect(Collectors.groupingBy(start -> List.of(start.process(), start.step())))
                .forEach((place, starts) -> startAt(
                        place.get(0),
                        place.get(1),
                        starts.stream().map(QueuedStart::businessKey).toList()));
    }

    /**
     * Delivers a message to the cases with these business keys, whether their own process or one that it calls
     * waits for it.
     *
     * @return the keys whose case was waiting for the message; the others are left unchanged
     */
    public Set<String> deliver(String process, String message, Collection<String> keys) {
        if (keys.isEmpty()) {
            return Set.of();
        }
        var waiting = waiting(process, message, keys);
        var reached = new HashSet<String>();
        var withinCommand = Context.getCommandContext() != null;
        if (!withinCommand) {
            prepareTogether(process, message, waiting);
        }
        inOneCommand(() -> {
            // A command that is running already may have read some of them.
            if (!withinCommand) {
                ExecutionTrees.ofCommand()
                        .read(waiting.stream().map(Waiting::root).toList());
            }
            for (var one : waiting) {
                if (stillWaiting(message, one.execution())) {
                    runtime.messageEventReceived(message, one.execution());
                    reached.add(one.key());
                }
            }
        });
        return reached;
    }

    /**
     * Delivers a message to one case by jobs of the engine, one per waiting step, so that its failures are retried and
     * reported as those of any step.
     */
    void deliverByJob(String process, String message, String key) {
        var waiting = waiting(process, message, List.of(key));
        inOneCommand(() -> waiting.forEach(one -> schedule(message, one.execution())));
    }

    /** Which of these keys have a running instance. */
    public Set<String> running(String process, Collection<String> keys) {
        return new HashSet<>(jdbc.sql(
                        """
                        select i.business_key_ from act_ru_execution i
                          join act_re_procdef d on d.id_ = i.proc_def_id_
                         where i.business_key_ = any(:keys) and i.parent_id_ is null and d.key_ = :process
                        """)
                .param("keys", keys.toArray(String[]::new))
                .param("process", process)
                .query(String.class)
                .list());
    }

    private void prepareTogether(String process, String message, List<Waiting> waiting) {
        if (waiting.size() > 1 && TransactionSynchronizationManager.isActualTransactionActive()) {
            var keys = waiting.stream().map(Waiting::key).collect(Collectors.toSet());
            beforeDelivery.orderedStream().forEach(work -> work.before(process, message, keys));
        }
    }

    /** Those among the cases whose start is still queued are started first. */
    private List<Waiting> waiting(String process, String message, Collection<String> keys) {
        var found = find(process, message, keys);
        var queued = found.stream().filter(one -> one.queued).map(Waiting::key).toList();
        if (queued.isEmpty()) {
            return found;
        }
        if (Context.getCommandContext() != null) {
            // What starts within a running command can't be found before that ends.
            throw new IllegalStateException("Processes of " + queued + " are still to be started");
        }
        startTaken(queuedStarts.take(process, queued));
        return find(process, message, keys);
    }

    /** One statement, so that it sees a case that is being started by a worker either queued or waiting. */
    private List<Waiting> find(String process, String message, Collection<String> keys) {
        return jdbc.sql(
                        """
                        select i.business_key_ as key, s.execution_id_ as execution, c.id_ as root, false as queued
                          from act_ru_execution i
                          join act_ru_execution c on c.id_ = i.root_proc_inst_id_
                          join act_re_procdef d on d.id_ = c.proc_def_id_
                          join act_ru_execution e on e.proc_inst_id_ = i.id_
                          join act_ru_event_subscr s on s.execution_id_ = e.id_
                         where i.business_key_ = any(:keys) and i.parent_id_ is null and d.key_ = :process
                           and s.event_name_ = :message and s.event_type_ = 'message'
                        union all
                        select business_key, '', '', true from process_start
                         where business_key = any(:keys) and process = :process
                        """)
                .param("keys", keys.toArray(String[]::new))
                .param("process", process)
                .param("message", message)
                .query(Waiting.class)
                .list();
    }

    private static void schedule(String message, String execution) {
        for (var subscription : subscriptions(message, execution)) {
            var job = new MessageEntity();
            job.setExecution(subscription.getExecution());
            job.setProcessDefinitionId(subscription.getProcessDefinition().getId());
            job.setProcessDefinitionKey(subscription.getProcessDefinition().getKey());
            job.setJobHandlerType(ProcessEventJobHandler.TYPE);
            job.setJobHandlerConfiguration(new EventSubscriptionJobConfiguration(subscription.getId()));
            Context.getCommandContext().getJobManager().send(job);
        }
    }

    /** To a query, a step that is being left in this transaction still looks like waiting. */
    private static boolean stillWaiting(String message, String execution) {
        return !subscriptions(message, execution).isEmpty();
    }

    private static List<EventSubscriptionEntity> subscriptions(String message, String execution) {
        return Context.getCommandContext()
                .getEventSubscriptionManager()
                .findEventSubscriptionsByNameAndExecution(EventType.MESSAGE.name(), message, execution, false);
    }

    /** The engine would look for it at each start. */
    private String newest(String process) {
        return jdbc.sql("select id_ from act_re_procdef where key_ = :process order by version_ desc limit 1")
                .param("process", process)
                .query(String.class)
                .single();
    }

    private void inOneCommand(Runnable work) {
        engine.getCommandExecutorTxRequired().execute((Command<Object>) context -> {
            work.run();
            return Boolean.TRUE;
        });
    }

    private record Waiting(String key, String execution, String root, boolean queued) {}
}

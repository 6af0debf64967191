package jp.otodoke.workflow;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.otodoke.shared.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The one list of everything that needs a person. Opens and closes tasks; deciding is {@link CompleteTask}. */
@Component
public class Inbox {
    private final JdbcClient jdbc;
    private final BusinessClock clock;
    private final ObjectProvider<TaskAction> actions;

    Inbox(JdbcClient jdbc, BusinessClock clock, ObjectProvider<TaskAction> actions) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.actions = actions;
    }

    /** Opens a task unless one with its key was ever opened. */
    @Transactional
    public void open(NewTask task) {
        var decisions =
                actions().containsKey(task.type()) ? actions().get(task.type()).decisions() : List.of("DONE");
        insert(task, decisions, null, null, null);
    }

    /** Closes the task with this key as cured by itself; nothing happens where there is none open. */
    @Transactional
    public void close(String key) {
        close(List.of(key));
    }

    /** As {@link #close(String)} for many. */
    @Transactional
    public void close(Collection<String> keys) {
        jdbc.sql("update task set state = 'CLOSED', ended_at = :now where key = any(:keys) and state = 'OPEN'")
                .param("keys", keys.toArray(String[]::new))
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** As {@link #close}, and the key may be opened again later: for troubles that come and go. */
    @Transactional
    public void cure(String key) {
        jdbc.sql(
                        """
                        update task set state = 'CLOSED', ended_at = :now, key = key || '#' || id
                         where key = :key and state = 'OPEN'
                        """)
                .param("key", key)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    void openFor(EngineTask task, TaskFacts.About about) {
        var opened = new NewTask(
                "engine:" + task.id(),
                task.type(),
                task.group(),
                about.reason(),
                about.orderNumbers(),
                task.dueAt(),
                about.priority(),
                null);
        insert(opened, task.decisions(), task.process(), task.businessKey(), task.id());
    }

    void ended(String engineTaskId) {
        jdbc.sql("update task set state = 'CLOSED', ended_at = :now where engine_task_id = :id and state = 'OPEN'")
                .param("id", engineTaskId)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    Map<String, TaskAction> actions() {
        return actions.stream().collect(Collectors.toMap(TaskAction::type, a -> a));
    }

    private void insert(
            NewTask task,
            List<String> decisions,
            @Nullable String process,
            @Nullable String businessKey,
            @Nullable String engineTaskId) {
        jdbc.sql(
                        """
                        with opened as (
                            insert into task (key, type, group_name, reason, decisions, subject, process, business_key,
                                              engine_task_id, created_at, due_at, priority)
                            values (:key, :type, :group, :reason, :decisions, :subject, :process, :businessKey,
                                    :engineTaskId, :now, :dueAt, :priority)
                            on conflict (key) do nothing
                            returning id)
                        insert into task_order (task_id, order_number)
                        select opened.id, o from opened, unnest(:orders::text[]) o
                        """)
                .param("key", task.key())
                .param("type", task.type())
                .param("group", task.group())
                .param("reason", task.reason())
                .param("decisions", String.join(",", decisions))
                .param("subject", task.subject())
                .param("process", process)
                .param("businessKey", businessKey)
                .param("engineTaskId", engineTaskId)
                .param("now", Timestamp.from(clock.instant()))
                .param("dueAt", timestamp(task.dueAt()))
                .param("priority", task.priority())
                .param("orders", distinct(task.orderNumbers()))
                .update();
    }

    private static String[] distinct(Collection<String> orders) {
        return orders.stream().distinct().toArray(String[]::new);
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }

    /** What the engine tells of a user task that it created. */
    record EngineTask(
            String id,
            String type,
            String group,
            List<String> decisions,
            String process,
            String businessKey,
            @Nullable Instant dueAt) {}
}

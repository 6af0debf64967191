package jp.otodoke.inbox;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.staff.CurrentStaff;
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
    private final ObjectProvider<ExtraDecision> beside;
    private final ObjectProvider<PriorityFactors> stakes;

    Inbox(
            JdbcClient jdbc,
            BusinessClock clock,
            ObjectProvider<TaskAction> actions,
            ObjectProvider<ExtraDecision> beside,
            ObjectProvider<PriorityFactors> stakes) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.actions = actions;
        this.beside = beside;
        this.stakes = stakes;
    }

    /** Opens a task unless one with its key was ever opened. */
    @Transactional
    public void open(NewTask task) {
        var decisions =
                actions().containsKey(task.type()) ? actions().get(task.type()).decisions() : List.of("DONE");
        insert(task, decisions, null, null, null);
    }

    /** As {@link #open(NewTask)}, in the hands of the person who has to look at it. */
    @Transactional
    public void open(NewTask task, String assignee) {
        open(task);
        jdbc.sql("update task set assignee = :assignee where key = :key and state = 'OPEN'")
                .param("assignee", assignee)
                .param("key", task.key())
                .update();
    }

    /** Closes the task with this key as cured by itself; nothing happens where there is none open. */
    @Transactional
    public void close(String key) {
        close(List.of(key));
    }

    /** As {@link #close(String)} for many. */
    @Transactional
    public void close(Collection<String> keys) {
        closed("state = 'CLOSED'", "key = any(:which)", keys.toArray(String[]::new));
    }

    /** As {@link #close}, and the key may be opened again later: for troubles that come and go. */
    @Transactional
    public void cure(String key) {
        closed("state = 'CLOSED', key = key || '#' || id", "key = :which", key);
    }

    /** As {@link #close(String)} for what is open of a type about an order. */
    @Transactional
    public void close(String type, String orderNumber) {
        closed(
                "state = 'CLOSED'",
                "type = :type and id in (select task_id from task_order where order_number = :which)",
                Map.of("type", type, "which", orderNumber));
    }

    public void openFor(EngineTask task, UserTaskDetails.About about) {
        var opened = new NewTask(
                "engine:" + task.id(),
                task.type(),
                task.group(),
                about.reason(),
                about.orderNumbers(),
                task.dueAt(),
                about.priority(),
                null,
                0);
        var more = beside.stream().filter(b -> b.type().equals(task.type())).map(ExtraDecision::decision);
        var decisions = Stream.concat(task.decisions().stream(), more).toList();
        insert(opened, offered(decisions, about), task.process(), task.businessKey(), task.id());
    }

    public void ended(String engineTaskId) {
        closed("state = 'CLOSED'", "engine_task_id = :which", engineTaskId);
    }

    private void closed(String change, String which, Object value) {
        closed(change, which, Map.of("which", value));
    }

    private void closed(String change, String which, Map<String, Object> values) {
        jdbc.sql(
                        """
                        with closed as (
                            update task set ended_at = :now, %s where %s and state = 'OPEN' returning id)
                        insert into task_history (task_id, at, kind, who) select id, :now, 'CLOSED', :who from closed
                        """
                                .formatted(change, which))
                .params(values)
                .param("who", CurrentStaff.SYSTEM)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    Map<String, TaskAction> actions() {
        return actions.stream().collect(Collectors.toMap(TaskAction::type, a -> a));
    }

    Optional<ExtraDecision> beside(String type, String decision) {
        return beside.stream()
                .filter(b -> b.type().equals(type) && b.decision().equals(decision))
                .findFirst();
    }

    private void insert(
            NewTask task,
            List<String> decisions,
            @Nullable String process,
            @Nullable String businessKey,
            @Nullable String engineTaskId) {
        var now = clock.instant();
        var orders = distinct(task.orderNumbers());
        var stake = stakeOf(task, orders);
        jdbc.sql(
                        """
                        with opened as (
                            insert into task (key, type, group_name, reason, reason_en, reason_masked, reason_masked_en, persons,
                                              decisions, subject, process, business_key, engine_task_id, created_at, due_at, priority, effective_due_at, yen, attention, first_order)
                            values (:key, :type, :group, :reason, :reasonEn, nullif(:masked, :reason), nullif(:maskedEn, :reasonEn),
                                    (select string_agg(person_key(p), ' ') from unnest(:persons::text[]) p),
                                    :decisions, :subject, :process, :businessKey,
                                    :engineTaskId, :now, :dueAt, :priority, :rankAt, :yen, :attention,
                                    (select min(o) from unnest(:orders::text[]) o))
                            on conflict (key) do nothing
                            returning id),
                        noted as (
                            insert into task_history (task_id, at, kind, who) select id, :now, 'OPENED', :who from opened),
                        known as (
                            insert into task_type select :type, :group
                             where not exists (select 1 from task_type where type = :type and group_name = :group)
                            on conflict do nothing)
                        insert into task_order (task_id, order_number)
                        select opened.id, o from opened, unnest(:orders::text[]) o
                        """)
                .param("key", task.key())
                .param("type", task.type())
                .param("group", task.group())
                .param("reason", task.reason().full().japanese())
                .param("reasonEn", task.reason().full().english())
                .param("masked", task.reason().masked().japanese())
                .param("maskedEn", task.reason().masked().english())
                .param("persons", stake.persons().toArray(String[]::new))
                .param("decisions", String.join(",", decisions))
                .param("subject", task.subject())
                .param("process", process)
                .param("businessKey", businessKey)
                .param("engineTaskId", engineTaskId)
                .param("now", Timestamp.from(now))
                .param("rankAt", Timestamp.from(TaskPriority.rank(now, task.dueAt(), task.priority(), stake)))
                .param("yen", stake.yen())
                .param("attention", stake.attention())
                .param("who", CurrentStaff.SYSTEM)
                .param("dueAt", timestamp(task.dueAt()))
                .param("priority", task.priority())
                .param("orders", orders)
                .update();
    }

    /** What is proposed stands first, here as in every list. */
    private static List<String> offered(List<String> decisions, UserTaskDetails.About about) {
        return decisions.stream()
                .filter(decision -> !about.senseless().contains(decision))
                .sorted(Comparator.comparing(decision -> !decision.equals(about.proposed())))
                .toList();
    }

    /** Money that no order of ours stands for yet is what the task says itself. */
    private PriorityFactors.Stakes stakeOf(NewTask task, String[] orders) {
        var known = stakes.getIfAvailable();
        return known == null || orders.length == 0
                ? new PriorityFactors.Stakes(task.yen(), false, List.of())
                : known.of(List.of(orders));
    }

    private static String[] distinct(Collection<String> orders) {
        return orders.stream().distinct().toArray(String[]::new);
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }

    /** What the engine tells of a user task that it created. */
    public record EngineTask(
            String id,
            String type,
            String group,
            List<String> decisions,
            String process,
            String businessKey,
            @Nullable Instant dueAt) {}
}

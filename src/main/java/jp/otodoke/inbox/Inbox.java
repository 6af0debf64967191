package jp.otodoke.inbox;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.staff.CurrentStaff;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The single list of everything that needs a person. Opens and closes tasks; they are completed by {@link
 * CompleteTask}.
 */
@Component
public class Inbox {
    private final JdbcClient jdbc;
    private final BusinessClock clock;
    private final TaskKinds kinds;
    private final TaskSubjects subjects;
    private final OpenTogether openTogether;

    Inbox(JdbcClient jdbc, BusinessClock clock, TaskKinds kinds, TaskSubjects subjects, OpenTogether openTogether) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.kinds = kinds;
        this.subjects = subjects;
        this.openTogether = openTogether;
    }

    /** Opens a task unless one with the same key was opened before. */
    @Transactional
    public void open(NewTask task) {
        insert(task, task.decisions().isEmpty() ? kinds.decisions(task.type()) : task.decisions(), null);
    }

    /** Like {@link #open(NewTask)}, for many: together in few statements, but for those with links. */
    @Transactional
    public void openAll(Collection<NewTask> tasks) {
        tasks.stream().filter(task -> !task.links().isEmpty()).forEach(this::open);
        openTogether.open(tasks.stream().filter(task -> task.links().isEmpty()).toList());
    }

    /** Like {@link #open(NewTask)}, assigned to the given person. */
    @Transactional
    public void open(NewTask task, String assignee) {
        open(task);
        jdbc.sql("update task set assignee = :assignee where key = :key and state = 'OPEN'")
                .param("assignee", assignee)
                .param("key", task.key())
                .update();
    }

    /** Closes the task with this key because it is no longer needed; has no effect if none is open. */
    @Transactional
    public void close(String key) {
        close(List.of(key));
    }

    /** Like {@link #close(String)}, for several keys. */
    @Transactional
    public void close(Collection<String> keys) {
        closed("state = 'CLOSED'", "key = any(:which)", keys.toArray(String[]::new));
    }

    /** Like {@link #close(String)}, but the key can be opened again later, for problems that may recur. */
    @Transactional
    public void resolve(String key) {
        resolve(List.of(key));
    }

    /** Like {@link #resolve(String)}, for several keys. */
    @Transactional
    public void resolve(Collection<String> keys) {
        closed("state = 'CLOSED', key = key || '#' || id", "key = any(:which)", keys.toArray(String[]::new));
    }

    /** Like {@link #close(String)}, for all open tasks of a type about this subject. */
    @Transactional
    public void close(String type, Subject about) {
        closed("state = 'CLOSED'", type, about);
    }

    /** Like {@link #resolve(String)}, for all open tasks of a type about this subject. */
    @Transactional
    public void resolve(String type, Subject about) {
        closed("state = 'CLOSED', key = key || '#' || id", type, about);
    }

    /** Like {@link #resolve(String, Subject)}, about any of several subjects of one kind. */
    @Transactional
    public void resolve(String type, String kind, Collection<String> keys) {
        closed(
                "state = 'CLOSED', key = key || '#' || id",
                "type = :type and id in (select task_id from task_subject where kind = :kind and key = any(:which))",
                Map.of("type", type, "kind", kind, "which", keys.toArray(String[]::new)));
    }

    private void closed(String change, String type, Subject about) {
        closed(
                change,
                "type = :type and id in (select task_id from task_subject where kind = :kind and key = :which)",
                Map.of("type", type, "kind", about.kind(), "which", about.key()));
    }

    /** Opens a task that a process waits for. */
    public void openFor(EngineTask task) {
        var kind = kinds.ofProcess(task.type());
        var about = kind.about(task.businessKey());
        var opened = NewTask.of(task.type(), "engine:" + task.id(), about.subject(), about.reason())
                .linkedTo(about.links())
                .dueAt(task.dueAt())
                .urgent(about.priority());
        var decisions = Stream.concat(task.decisions().stream(), kind.decisions().stream())
                .toList();
        insert(opened, about.offered(decisions), task);
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

    private void insert(NewTask task, List<String> decisions, @Nullable EngineTask waiting) {
        var now = clock.instant();
        var about = task.subjects();
        var shown = subjects.shown(task.subject(), about);
        var factors = subjects.factors(about).orWorth(task.yen());
        var group = task.group() == null ? kinds.of(task.type()).group() : task.group();
        jdbc.sql(
                        """
                        with opened as (
                            insert into task (key, type, group_name, reason, reason_en, reason_masked, reason_masked_en, persons,
                                              decisions, subject_kind, subject_key, shown_kind, shown_key, process, business_key,
                                              engine_task_id, created_at, due_at, priority, effective_due_at, yen, attention)
                            values (:key, :type, :group, :reason, :reasonEn, nullif(:masked, :reason), nullif(:maskedEn, :reasonEn),
                                    (select string_agg(person_key(p), ' ') from unnest(:persons::text[]) p),
                                    :decisions::text[], :subjectKind, :subjectKey, :shownKind, :shownKey, :process, :businessKey,
                                    :engineTaskId, :now, :dueAt, :priority, :rankAt, :yen, :attention)
                            on conflict (key) do nothing
                            returning id),
                        noted as (
                            insert into task_history (task_id, at, kind, who) select id, :now, 'OPENED', :who from opened),
                        known as (
                            insert into task_type select :type, :group
                             where not exists (select 1 from task_type where type = :type and group_name = :group)
                            on conflict do nothing)
                        insert into task_subject (task_id, kind, key)
                        select opened.id, s.kind, s.key
                          from opened, unnest(:kinds::text[], :keys::text[]) s (kind, key)
                        """)
                .param("key", task.key())
                .param("type", task.type())
                .param("group", group.code())
                .param("reason", task.reason().full().japanese())
                .param("reasonEn", task.reason().full().english())
                .param("masked", task.reason().masked().japanese())
                .param("maskedEn", task.reason().masked().english())
                .param("persons", factors.persons().toArray(String[]::new))
                .param("decisions", decisions.toArray(String[]::new))
                .param("subjectKind", task.subject().kind())
                .param("subjectKey", task.subject().key())
                .param("shownKind", shown.kind())
                .param("shownKey", shown.key())
                .param("process", waiting == null ? null : waiting.process())
                .param("businessKey", waiting == null ? null : waiting.businessKey())
                .param("engineTaskId", waiting == null ? null : waiting.id())
                .param("now", Timestamp.from(now))
                .param("rankAt", Timestamp.from(TaskPriority.rank(now, task.dueAt(), task.priority(), factors)))
                .param("yen", factors.yen().amount())
                .param("attention", factors.attention())
                .param("who", CurrentStaff.SYSTEM)
                .param("dueAt", timestamp(task.dueAt()))
                .param("priority", task.priority())
                .param("kinds", about.stream().map(Subject::kind).toArray(String[]::new))
                .param("keys", about.stream().map(Subject::key).toArray(String[]::new))
                .update();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }

    /** A user task created by the process engine. */
    public record EngineTask(
            String id,
            String type,
            List<String> decisions,
            String process,
            String businessKey,
            @Nullable Instant dueAt) {}
}

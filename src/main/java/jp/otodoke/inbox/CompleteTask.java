package jp.otodoke.inbox;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.TextNormalizer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Completes a task with a decision; of several concurrent attempts exactly one succeeds. */
@Component
public class CompleteTask {
    private final JdbcClient jdbc;
    private final LockedTask held;
    private final TaskHistory history;
    private final TaskKinds kinds;
    private final TaskSubjects subjects;
    private final ProcessTasks processTasks;
    private final ApplicationEventPublisher events;
    private final BusinessClock clock;

    CompleteTask(
            JdbcClient jdbc,
            LockedTask held,
            TaskHistory history,
            TaskKinds kinds,
            TaskSubjects subjects,
            ProcessTasks processTasks,
            ApplicationEventPublisher events,
            BusinessClock clock) {
        this.jdbc = jdbc;
        this.held = held;
        this.history = history;
        this.kinds = kinds;
        this.subjects = subjects;
        this.processTasks = processTasks;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @param decision one of the task's decisions
     * @param parameters additional input of the decision, such as a new payment method
     * @throws Refusal if it has been decided already or is assigned to a colleague (conflict), or is unknown
     * @throws InvalidInput if the decision is not offered, or lacks input that it requires
     */
    @Transactional
    public void complete(
            long id, String decision, @Nullable String comment, Map<String, String> parameters, String staff) {
        var task = open(id, decision, staff);
        var input = input(task, decision, comment, parameters);
        end(task, decision, comment, staff);
        events.publishEvent(
                new TaskDecided(id, task.type(), decision, comment, staff, task.subjects(), task.businessKey(), input));
        if (kinds.executesDecision(task, decision)) {
            decide(new TaskDecision(task, decision, comment, input, staff));
        } else {
            processTasks.complete(Objects.requireNonNull(task.engineTaskId()), decision);
        }
    }

    private void decide(TaskDecision decision) {
        var kind = kinds.of(decision.task().type());
        if (kind.mayRecur(decision.code())) {
            jdbc.sql("update task set key = key || '#' || id where id = :id")
                    .param("id", decision.task().id())
                    .update();
        }
        kind.decide(decision);
    }

    /**
     * Completes a task whose work was done elsewhere. The caller has already triggered whatever was waiting, so
     * only the task itself ends here, in the same transaction.
     *
     * @param done what was done; has a label like a decision
     * @param more further subjects that the task turned out to concern
     * @throws Refusal if it has been decided already or is assigned to a colleague (conflict), or is unknown
     */
    @Transactional
    public void settle(long id, String done, String staff, Subject... more) {
        var task = held.lockForDeciding(staff, id);
        end(task, done, null, staff);
        link(task, List.of(more));
        events.publishEvent(
                new TaskDecided(id, task.type(), done, null, staff, task.subjects(), task.businessKey(), Map.of()));
    }

    private void link(OpenTask task, List<Subject> more) {
        var all = Stream.concat(task.subjects().stream(), more.stream()).toList();
        var shown = subjects.shown(task.subject(), all);
        jdbc.sql(
                        """
                        with linked as (
                            insert into task_subject (task_id, kind, key)
                            select :id, s.kind, s.key from unnest(:kinds::text[], :keys::text[]) s (kind, key)
                            on conflict do nothing)
                        update task set shown_kind = :shownKind, shown_key = :shownKey where id = :id
                        """)
                .param("id", task.id())
                .param("kinds", more.stream().map(Subject::kind).toArray(String[]::new))
                .param("keys", more.stream().map(Subject::key).toArray(String[]::new))
                .param("shownKind", shown.kind())
                .param("shownKey", shown.key())
                .update();
    }

    private OpenTask open(long id, String decision, String staff) {
        var task = held.lockForDeciding(staff, id);
        if (!task.decisions().contains(decision)) {
            throw new InvalidInput(
                    "decision", "unknown", BilingualText.of("inbox.decision.problem.unknown", task.decisions()));
        }
        return task;
    }

    private Map<String, String> input(
            OpenTask task, String decision, @Nullable String comment, Map<String, String> parameters) {
        var kind = kinds.of(task.type());
        var input = new LinkedHashMap<>(parameters);
        var wrong = new ArrayList<FieldProblem>();
        for (var field : kind.fields(decision)) {
            var text = field.normalized(input.remove(field.name()));
            if (text.isEmpty()) {
                if (field.required()) {
                    wrong.add(problem(field.name(), "required", "inbox.decision.problem.field"));
                }
            } else if (field.isValid(text)) {
                input.put(field.name(), text);
            } else {
                wrong.add(problem(field.name(), "invalid", "inbox.decision.problem.invalid"));
            }
        }
        if (kind.commentRequired(decision) && TextNormalizer.blank(comment)) {
            wrong.add(problem("comment", "required", "inbox.decision.problem.field"));
        }
        if (!wrong.isEmpty()) {
            throw new InvalidInput(wrong);
        }
        return input;
    }

    private static FieldProblem problem(String field, String code, String text) {
        return new FieldProblem(field, code, BilingualText.of(text, BilingualText.of("task.field." + field)));
    }

    private void end(OpenTask task, String decision, @Nullable String comment, String staff) {
        jdbc.sql(
                        """
                        update task set state = 'DONE', decision = :decision, comment = :comment, assignee = :staff,
                               ended_by = :staff, ended_at = :now where id = :id
                        """)
                .param("decision", decision)
                .param("comment", comment)
                .param("staff", staff)
                .param("now", Timestamp.from(clock.instant()))
                .param("id", task.id())
                .update();
        history.add(task.id(), TaskHistory.Kind.DECIDED, staff, decision, null, comment);
    }
}

package jp.otodoke.workflow;

import java.sql.Timestamp;
import java.util.Map;
import java.util.Objects;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.Words;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A person decides a task: exactly one of those who try succeeds. */
@Component
public class CompleteTask {
    private final JdbcClient jdbc;
    private final HeldTask held;
    private final TaskHistory history;
    private final Inbox inbox;
    private final TaskService engineTasks;
    private final ApplicationEventPublisher events;
    private final BusinessClock clock;

    CompleteTask(
            JdbcClient jdbc,
            HeldTask held,
            TaskHistory history,
            Inbox inbox,
            TaskService engineTasks,
            ApplicationEventPublisher events,
            BusinessClock clock) {
        this.jdbc = jdbc;
        this.held = held;
        this.history = history;
        this.inbox = inbox;
        this.engineTasks = engineTasks;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @param decision one of the task's decisions
     * @param parameters what a decision needs besides, such as a new payment method
     * @throws Refusal when it was decided before or belongs to a colleague (conflict), or is unknown
     * @throws InvalidInput when the decision is not offered
     */
    @Transactional
    public void complete(
            long id, String decision, @Nullable String comment, Map<String, String> parameters, String staff) {
        var task = open(id, decision, staff);
        end(task, decision, comment, staff);
        events.publishEvent(new TaskDecided(
                id, task.type(), decision, comment, staff, task.orderNumbers(), task.businessKey(), parameters));
        var beside = inbox.beside(task.type(), decision);
        if (beside.isPresent()) {
            beside.get().decide(task, comment, staff);
        } else if (task.engineTaskId() == null) {
            var action = inbox.actions().get(task.type());
            if (action != null) {
                action.decide(task, decision, comment, parameters);
            }
        } else {
            engineTasks.complete(
                    Objects.requireNonNull(task.engineTaskId()),
                    Variables.createVariables().putValueTyped("decision", Variables.stringValue(decision, true)));
        }
    }

    /**
     * A person has done elsewhere what the task asks for, and that moves what waits for it; here it only ends, in the same
     * transaction.
     *
     * @param done what was done, with a label as a decision has
     * @param orders what it turned out to be about besides
     * @throws Refusal when it was decided before or belongs to a colleague (conflict), or is unknown
     */
    @Transactional
    public void settle(long id, String done, String staff, String... orders) {
        var task = held.decidableBy(staff, id);
        end(task, done, null, staff);
        jdbc.sql(
                        "insert into task_order (task_id, order_number) select :id, unnest(:orders::text[]) on conflict do nothing")
                .param("id", id)
                .param("orders", orders)
                .update();
        events.publishEvent(
                new TaskDecided(id, task.type(), done, null, staff, task.orderNumbers(), task.businessKey(), Map.of()));
    }

    private OpenTask open(long id, String decision, String staff) {
        var task = held.decidableBy(staff, id);
        if (!task.decisions().contains(decision)) {
            throw new InvalidInput("decision", "unknown", Words.of("inbox.decision.problem.unknown", task.decisions()));
        }
        return task;
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

package jp.otodoke.workflow;

import java.sql.Timestamp;
import java.time.Instant;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lays a task aside until a moment: it leaves the list, and is back by itself when the business clock gets there. */
@Component
public class SnoozeTask {
    private final JdbcClient jdbc;
    private final Tasks tasks;
    private final HeldTask held;
    private final TaskHistory history;
    private final BusinessClock clock;

    SnoozeTask(JdbcClient jdbc, Tasks tasks, HeldTask held, TaskHistory history, BusinessClock clock) {
        this.jdbc = jdbc;
        this.tasks = tasks;
        this.held = held;
        this.history = history;
        this.clock = clock;
    }

    /**
     * @throws Refusal when the task is not open or belongs to somebody else
     * @throws InvalidInput when the moment has passed or no reason is given
     */
    @Transactional
    public OpenTask snooze(long id, Instant until, @Nullable String reason, String staff) {
        if (!until.isAfter(clock.instant())) {
            throw new InvalidInput("until", "past", Words.of("inbox.snooze.problem.past"));
        }
        if (reason == null || reason.isBlank()) {
            throw new InvalidInput("reason", "required", Words.of("inbox.snooze.problem.reason"));
        }
        held.movableBy(staff, id);
        lay(id, until, reason);
        history.add(id, TaskHistory.Kind.SNOOZED, staff, null, until, reason);
        return tasks.find(id).orElseThrow();
    }

    /** Brings a task back before its time; one that is not laid aside stays as it is. */
    @Transactional
    public OpenTask wake(long id, String staff) {
        var task = held.movableBy(staff, id);
        if (task.snoozedUntil() != null && task.snoozedUntil().isAfter(clock.instant())) {
            lay(id, null, null);
            history.add(id, TaskHistory.Kind.WOKEN, staff);
        }
        return tasks.find(id).orElseThrow();
    }

    private void lay(long id, @Nullable Instant until, @Nullable String reason) {
        jdbc.sql("update task set snoozed_until = :until, snooze_reason = :reason where id = :id")
                .param("until", until == null ? null : Timestamp.from(until))
                .param("reason", reason)
                .param("id", id)
                .update();
    }
}

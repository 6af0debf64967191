package jp.otodoke.inbox;

import java.sql.Timestamp;
import java.time.Instant;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.CalendarRange;
import jp.otodoke.shared.InvalidInput;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Snoozes a task: it disappears from the list until the business clock reaches the given time. */
@Component
public class SnoozeTask {
    private final JdbcClient jdbc;
    private final Tasks tasks;
    private final LockedTask held;
    private final TaskHistory history;
    private final BusinessClock clock;

    SnoozeTask(JdbcClient jdbc, Tasks tasks, LockedTask held, TaskHistory history, BusinessClock clock) {
        this.jdbc = jdbc;
        this.tasks = tasks;
        this.held = held;
        this.history = history;
        this.clock = clock;
    }

    /**
     * @throws Refusal if the task is not open or is assigned to somebody else
     * @throws InvalidInput if the time is in the past or one that nobody can mean, or no reason is given
     */
    @Transactional
    public OpenTask snooze(long id, Instant until, @Nullable String reason, String staff) {
        if (!until.isAfter(clock.instant())) {
            throw new InvalidInput("until", "past", BilingualText.of("inbox.snooze.problem.past"));
        }
        if (!CalendarRange.contains(until)) {
            throw new InvalidInput("until", "invalid", BilingualText.of("inbox.snooze.problem.until"));
        }
        if (reason == null || reason.isBlank()) {
            throw new InvalidInput("reason", "required", BilingualText.of("inbox.snooze.problem.reason"));
        }
        held.lockForMoving(staff, id);
        lay(id, until, reason);
        history.add(id, TaskHistory.Kind.SNOOZED, staff, null, until, reason);
        return tasks.find(id).orElseThrow();
    }

    /** Wakes a task early; has no effect if it is not snoozed. */
    @Transactional
    public OpenTask wake(long id, String staff) {
        var task = held.lockForMoving(staff, id);
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

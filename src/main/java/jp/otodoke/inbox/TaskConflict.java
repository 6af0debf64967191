package jp.otodoke.inbox;

import java.util.Objects;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.Refusal;
import jp.otodoke.staff.StaffUser;
import jp.otodoke.staff.StaffUsers;
import org.springframework.stereotype.Component;

/** Explains to the user why a task can't be changed: who has claimed it, or who made which decision and when. */
@Component
class TaskConflict {
    private final Tasks tasks;
    private final EndedTasks ended;
    private final StaffUsers people;

    TaskConflict(Tasks tasks, EndedTasks ended, StaffUsers people) {
        this.tasks = tasks;
        this.ended = ended;
        this.people = people;
    }

    Refusal refusal(long id) {
        var open = tasks.find(id);
        if (open.isPresent()) {
            return Refusal.conflict(
                    "task.claimed-by-other", name(String.valueOf(open.get().assignee())));
        }
        return ended.find(id).map(this::became).orElseGet(() -> Refusal.notFound("task.not-found", id));
    }

    private Refusal became(EndedTasks.EndedTask task) {
        var by = task.by();
        var decision = task.decision();
        if (by == null || decision == null) {
            return Refusal.conflict("task.cured");
        }
        var label = BilingualText.named("task." + task.type(), decision);
        var at = Objects.requireNonNull(task.at()).atZone(BusinessClock.TOKYO);
        return Refusal.conflict(
                "task.decided-by-other",
                name(by),
                "%d/%d %tR".formatted(at.getMonthValue(), at.getDayOfMonth(), at),
                label);
    }

    private String name(String username) {
        return people.find(username).map(StaffUser::displayName).orElse(username);
    }
}

package jp.otodoke.workflow;

import java.util.Objects;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.Refusal;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Component;

/** The kind answer to whoever was second: who has it, or who decided what and when. */
@Component
class SecondComer {
    private final Tasks tasks;
    private final EndedTasks ended;

    SecondComer(Tasks tasks, EndedTasks ended) {
        this.tasks = tasks;
        this.ended = ended;
    }

    Refusal refusal(long id) {
        var open = tasks.find(id);
        if (open.isPresent()) {
            return Refusal.conflict(
                    "task.claimed-by-other", String.valueOf(open.get().assignee()));
        }
        return ended.find(id).map(SecondComer::became).orElseGet(() -> Refusal.notFound("task.not-found", id));
    }

    private static Refusal became(EndedTasks.EndedTask task) {
        var by = task.by();
        var decision = task.decision();
        if (by == null || decision == null) {
            return Refusal.conflict("task.cured");
        }
        var label = new DefaultMessageSourceResolvable(new String[] {"task." + task.type() + "." + decision}, decision);
        var at = Objects.requireNonNull(task.at()).atZone(BusinessClock.TOKYO);
        return Refusal.conflict(
                "task.decided-by-other", by, "%d/%d %tR".formatted(at.getMonthValue(), at.getDayOfMonth(), at), label);
    }
}

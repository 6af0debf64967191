package jp.otodoke.inbox.web;

import java.util.List;
import java.util.Map;
import jp.otodoke.platform.pages.PageContribution;
import jp.otodoke.platform.pages.PathRule;
import jp.otodoke.platform.pages.StatusChip;
import org.springframework.stereotype.Component;

/** Page permissions and status chips of tasks. */
@Component
class TaskPageContribution implements PageContribution {
    @Override
    public List<PathRule> paths() {
        return List.of(new PathRule(120, "tasks", "VIEW", "WORK_TASKS"));
    }

    @Override
    public List<StatusChip> chips() {
        return List.of(
                new StatusChip("task.OPEN", "wait", "circle"),
                new StatusChip("task.CLAIMED", "move", "person-check"),
                new StatusChip("task.OVERDUE", "bad", "alarm"),
                new StatusChip("task.DONE", "good", "check-circle-fill"));
    }

    @Override
    public Map<String, String> apiGroups() {
        return Map.of("tasks", "What waits for a person, and its decision");
    }
}

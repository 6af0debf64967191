package jp.otodoke.desk;

import java.util.Set;
import jp.otodoke.shared.pages.WaitingWork;
import jp.otodoke.workflow.InboxFigures;
import jp.otodoke.workflow.TaskGroups;
import jp.otodoke.workflow.TaskRights;
import org.springframework.stereotype.Component;

/** How many tasks wait for a person's groups; none for somebody who may not work on them. */
@Component
class InboxWaiting implements WaitingWork {
    private final InboxFigures figures;
    private final TaskRights rights;

    InboxWaiting(InboxFigures figures, TaskRights rights) {
        this.figures = figures;
        this.rights = rights;
    }

    @Override
    public String path() {
        return "/inbox";
    }

    @Override
    public long count(Set<String> roles) {
        var groups = TaskGroups.of(roles);
        return figures.perGroup().entrySet().stream()
                .filter(g -> groups.contains(g.getKey()) && rights.may(g.getKey()))
                .mapToLong(java.util.Map.Entry::getValue)
                .sum();
    }
}

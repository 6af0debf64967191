package jp.otodoke.desk;

import java.util.Set;
import jp.otodoke.shared.pages.WaitingWork;
import jp.otodoke.workflow.InboxFigures;
import jp.otodoke.workflow.TaskGroups;
import org.springframework.stereotype.Component;

/** How many tasks wait for a person's groups. */
@Component
class InboxWaiting implements WaitingWork {
    private final InboxFigures figures;

    InboxWaiting(InboxFigures figures) {
        this.figures = figures;
    }

    @Override
    public String path() {
        return "/inbox";
    }

    @Override
    public long count(Set<String> roles) {
        var groups = TaskGroups.of(roles);
        return figures.perGroup().entrySet().stream()
                .filter(g -> groups.contains(g.getKey()))
                .mapToLong(java.util.Map.Entry::getValue)
                .sum();
    }
}

package jp.otodoke.desk;

import java.util.Map;
import jp.otodoke.shared.pages.WaitingWork;
import jp.otodoke.workflow.InboxFigures;
import jp.otodoke.workflow.TaskRights;
import org.springframework.stereotype.Component;

/** How many tasks wait for a person's groups; none for somebody who may not work on them. */
@Component
class InboxWaiting implements WaitingWork {
    private final InboxFigures figures;
    private final TaskRights rights;
    private final MyInbox mine;

    InboxWaiting(InboxFigures figures, TaskRights rights, MyInbox mine) {
        this.figures = figures;
        this.mine = mine;
        this.rights = rights;
    }

    @Override
    public String path() {
        return "/inbox";
    }

    @Override
    public long count() {
        var groups = mine.groups();
        return figures.perGroup().entrySet().stream()
                .filter(g -> groups.contains(g.getKey()) && rights.may(g.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}

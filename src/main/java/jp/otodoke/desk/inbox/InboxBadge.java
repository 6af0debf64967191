package jp.otodoke.desk.inbox;

import java.util.Map;
import jp.otodoke.inbox.InboxCounts;
import jp.otodoke.inbox.StaffGroup;
import jp.otodoke.inbox.TaskRights;
import jp.otodoke.platform.pages.NavBadge;
import org.springframework.stereotype.Component;

/** The number of tasks that wait for the user's groups; none for users who may not work on them. */
@Component
class InboxBadge implements NavBadge {
    private final InboxCounts figures;
    private final TaskRights rights;
    private final MyInbox mine;

    InboxBadge(InboxCounts figures, TaskRights rights, MyInbox mine) {
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
                .filter(g -> groups.contains(g.getKey()) && rights.may(StaffGroup.of(g.getKey())))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}

package jp.otodoke.desk.inbox;

import jp.otodoke.inbox.StaffGroup;
import jp.otodoke.inbox.TaskRights;
import jp.otodoke.platform.pages.NavBadge;
import org.springframework.stereotype.Component;

/** The number of tasks in the list that the inbox opens with; none for users who may not work on them. */
@Component
class InboxBadge implements NavBadge {
    private final TaskRights rights;
    private final MyInbox mine;

    InboxBadge(TaskRights rights, MyInbox mine) {
        this.rights = rights;
        this.mine = mine;
    }

    @Override
    public String path() {
        return "/inbox";
    }

    @Override
    public long count() {
        return mine.groups().stream().anyMatch(group -> rights.may(StaffGroup.of(group))) ? mine.waiting() : 0;
    }
}

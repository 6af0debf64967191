package jp.otodoke.desk.inbox;

import java.util.List;
import jp.otodoke.inbox.InboxCounts;
import jp.otodoke.inbox.Skills;
import jp.otodoke.inbox.StaffGroup;
import jp.otodoke.inbox.Tasks;
import jp.otodoke.platform.pages.PageFrame;
import jp.otodoke.staff.CurrentStaff;
import org.springframework.stereotype.Component;

/** The current user's work: the groups of the permissions, the kinds of the skills. */
@Component
public class MyInbox {
    private final PageFrame pageFrame;
    private final CurrentStaff staff;
    private final Skills skills;
    private final InboxCounts counts;

    MyInbox(PageFrame pageFrame, CurrentStaff staff, Skills skills, InboxCounts counts) {
        this.pageFrame = pageFrame;
        this.staff = staff;
        this.skills = skills;
        this.counts = counts;
    }

    public String me() {
        return pageFrame.user();
    }

    public List<String> groups() {
        return StaffGroup.ofWork(staff::may).stream().map(StaffGroup::code).toList();
    }

    List<String> skills() {
        return skills.of(pageFrame.user());
    }

    Tasks.Filter filter(InboxQuery query) {
        return query.filter(groups(), skills(), me());
    }

    /** How long the list is that the inbox opens with. */
    long waiting() {
        return counts.total(filter(InboxQuery.OWN));
    }

    /** How long the lists are that the home page and the head of the inbox lead to. */
    Counts counts() {
        return new Counts(
                waiting(),
                counts.total(filter(InboxQuery.LATE)),
                counts.total(filter(InboxQuery.ASSIGNED)),
                counts.total(filter(InboxQuery.SNOOZED)));
    }

    record Counts(long waiting, long late, long assigned, long snoozed) {}
}

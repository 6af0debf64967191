package jp.otodoke.desk;

import java.util.List;
import jp.otodoke.shared.pages.Frame;
import jp.otodoke.staff.CurrentStaff;
import jp.otodoke.workflow.Skills;
import jp.otodoke.workflow.TaskGroups;
import jp.otodoke.workflow.Tasks;
import org.springframework.stereotype.Component;

/** What the person in front of the screen works on: the groups of the permissions, the kinds of the skills. */
@Component
class MyInbox {
    private final Frame frame;
    private final CurrentStaff staff;
    private final Skills skills;

    MyInbox(Frame frame, CurrentStaff staff, Skills skills) {
        this.frame = frame;
        this.staff = staff;
        this.skills = skills;
    }

    String me() {
        return frame.user();
    }

    List<String> groups() {
        return TaskGroups.of(staff::may);
    }

    List<String> skills() {
        return skills.of(frame.user());
    }

    Tasks.Filter filter(InboxQuery query) {
        return query.filter(groups(), skills(), me());
    }
}

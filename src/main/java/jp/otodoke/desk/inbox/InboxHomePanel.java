package jp.otodoke.desk.inbox;

import java.util.List;
import java.util.Map;
import jp.otodoke.inbox.OpenTask;
import jp.otodoke.inbox.Subject;
import jp.otodoke.inbox.SubjectLine;
import jp.otodoke.inbox.TaskSubjects;
import jp.otodoke.inbox.Tasks;
import jp.otodoke.platform.pages.HomePanel;
import jp.otodoke.platform.pages.HomePanel.Position;
import jp.otodoke.platform.pages.HomePanelSource;
import org.springframework.stereotype.Component;

/** Home page panel: the reader's most urgent tasks. */
@Component
class InboxHomePanel implements HomePanelSource {
    private static final int SHOWN = 8;

    private final Tasks tasks;
    private final TaskSubjects subjects;
    private final MyInbox mine;

    InboxHomePanel(Tasks tasks, TaskSubjects subjects, MyInbox mine) {
        this.tasks = tasks;
        this.subjects = subjects;
        this.mine = mine;
    }

    @Override
    public List<HomePanel> panels() {
        return List.of(new HomePanel(Position.BESIDE_CHARTS, 10, "desk/home-tasks", urgent()));
    }

    private Urgent urgent() {
        var urgent = tasks.list(mine.filter(InboxQuery.OWN), "priority", 0, SHOWN);
        return new Urgent(
                urgent, subjects.lines(urgent.stream().map(OpenTask::shown).toList()));
    }

    /** @param lines what the lists show of the tasks' subjects */
    record Urgent(List<OpenTask> tasks, Map<Subject, SubjectLine> lines) {}
}

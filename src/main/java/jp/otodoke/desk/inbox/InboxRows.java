package jp.otodoke.desk.inbox;

import java.util.List;
import jp.otodoke.inbox.OpenTask;
import jp.otodoke.inbox.SubjectLine;
import jp.otodoke.inbox.TaskPriority;
import jp.otodoke.inbox.TaskSubjects;
import jp.otodoke.inbox.TaskViewers;
import jp.otodoke.platform.pages.Formats;
import jp.otodoke.shared.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tasks as rows of the list. */
@Component
class InboxRows {
    private final TaskSubjects subjects;
    private final TaskViewers viewers;
    private final Colleagues people;
    private final MyInbox mine;
    private final BusinessClock clock;
    private final Formats formats;

    InboxRows(
            TaskSubjects subjects,
            TaskViewers viewers,
            Colleagues people,
            MyInbox mine,
            BusinessClock clock,
            Formats formats) {
        this.subjects = subjects;
        this.viewers = viewers;
        this.people = people;
        this.mine = mine;
        this.clock = clock;
        this.formats = formats;
    }

    List<Row> of(List<OpenTask> tasks) {
        var lines = subjects.lines(tasks.stream().map(OpenTask::shown).toList());
        var names = people.names();
        var viewing = viewers.now();
        var now = clock.instant();
        return tasks.stream()
                .map(task -> new Row(
                        task,
                        RowText.of(task, TaskPriority.of(task, now), lines.get(task.shown()), now, formats),
                        lines.get(task.shown()),
                        task.keys(task.shown().kind()).size() - 1,
                        names.of(task.assignee()),
                        names.all(viewing.getOrDefault(task.id(), List.of()).stream()
                                .filter(who -> !who.equals(mine.me()))
                                .toList())))
                .toList();
    }

    /**
     * @param line what it is about; null if that is no longer known
     * @param more how many others of the same kind it concerns
     * @param assignee display name; empty if it is unassigned
     * @param viewing display names of colleagues who have it open now
     */
    record Row(OpenTask task, RowText text, @Nullable SubjectLine line, int more, String assignee, String viewing) {}
}

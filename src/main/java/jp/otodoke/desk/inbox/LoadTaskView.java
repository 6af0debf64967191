package jp.otodoke.desk.inbox;

import java.time.DayOfWeek;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Objects;
import jp.otodoke.inbox.AssignTask;
import jp.otodoke.inbox.EndedTasks;
import jp.otodoke.inbox.InboxChanges;
import jp.otodoke.inbox.OpenTask;
import jp.otodoke.inbox.Subject;
import jp.otodoke.inbox.SubjectLine;
import jp.otodoke.inbox.TaskDetails;
import jp.otodoke.inbox.TaskHistory;
import jp.otodoke.inbox.TaskKinds;
import jp.otodoke.inbox.TaskPanel;
import jp.otodoke.inbox.TaskPriority;
import jp.otodoke.inbox.TaskRights;
import jp.otodoke.inbox.TaskSidePanel;
import jp.otodoke.inbox.TaskSubjects;
import jp.otodoke.inbox.TaskViewers;
import jp.otodoke.inbox.Tasks;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Combines what a person needs to decide a task. */
@Component
class LoadTaskView {
    private final Tasks tasks;
    private final EndedTasks ended;
    private final TaskHistory history;
    private final InboxChanges changes;
    private final TaskViewers viewers;
    private final AssignTask assign;
    private final TaskRights rights;
    private final TaskKinds kinds;
    private final TaskSubjects subjects;
    private final ObjectProvider<TaskSidePanel> sidePanels;
    private final DecisionTexts texts;
    private final Colleagues people;
    private final MyInbox mine;
    private final BusinessClock clock;

    LoadTaskView(
            Tasks tasks,
            EndedTasks ended,
            TaskHistory history,
            InboxChanges changes,
            TaskViewers viewers,
            AssignTask assign,
            TaskRights rights,
            TaskKinds kinds,
            TaskSubjects subjects,
            ObjectProvider<TaskSidePanel> sidePanels,
            DecisionTexts texts,
            Colleagues people,
            MyInbox mine,
            BusinessClock clock) {
        this.tasks = tasks;
        this.ended = ended;
        this.history = history;
        this.changes = changes;
        this.viewers = viewers;
        this.assign = assign;
        this.rights = rights;
        this.kinds = kinds;
        this.subjects = subjects;
        this.sidePanels = sidePanels;
        this.texts = texts;
        this.people = people;
        this.mine = mine;
        this.clock = clock;
    }

    /**
     * @return whether it is still open
     * @throws Refusal if not found
     */
    boolean on(long id, Model model) {
        return on(id, model, null);
    }

    /**
     * @param panel the panel with its validation errors; null for the panel of the task's kind
     * @return whether it is still open
     * @throws Refusal if not found
     */
    boolean on(long id, Model model, @Nullable TaskPanel panel) {
        model.addAttribute("since", changes.position());
        model.addAttribute("history", history.of(id));
        model.addAttribute("names", people.names());
        var open = tasks.find(id);
        if (open.isEmpty()) {
            var task = ended.find(id).orElseThrow(() -> Refusal.notFound("task.not-found", id));
            model.addAttribute("ended", task);
            model.addAttribute("lines", lines(task.shown(), task.subjects()));
            return false;
        }
        show(open.get(), model, panel);
        return true;
    }

    private void show(OpenTask task, Model model, @Nullable TaskPanel panel) {
        var me = mine.me();
        model.addAttribute("task", task);
        model.addAttribute("urgency", TaskPriority.of(task, clock.instant()));
        model.addAttribute(
                "asleep", task.snoozedUntil() != null && task.snoozedUntil().isAfter(clock.instant()));
        model.addAttribute("may", rights.may(task));
        model.addAttribute("mine", me.equals(task.assignee()));
        model.addAttribute("others", task.assignee() != null && !me.equals(task.assignee()));
        model.addAttribute(
                "viewing",
                viewers.now().getOrDefault(task.id(), List.of()).stream()
                        .filter(who -> !who.equals(me))
                        .toList());
        model.addAttribute(
                "colleagues",
                assign.colleagues(task).stream()
                        .filter(person -> !person.username().equals(task.assignee()))
                        .filter(person -> !person.username().equals(me))
                        .toList());
        model.addAttribute("tomorrow", clock.today().plusDays(1));
        model.addAttribute("monday", clock.today().with(TemporalAdjusters.next(DayOfWeek.MONDAY)));
        model.addAttribute("week", clock.today().plusDays(7));
        model.addAttribute(
                "same", tasks.count(new Tasks.Filter(null, null, null, null, task.cause(), null, Tasks.Shown.WAITING)));
        var details = kinds.of(task.type()).details(task);
        var shown = panel == null ? details.panel() : panel;
        model.addAttribute("panel", shown);
        model.addAttribute("elsewhere", shown != null && shown.containsTheWork());
        decisions(task, details, model);
        var side = sidePanels
                .orderedStream()
                .flatMap(contributed -> contributed.of(task).stream())
                .toList();
        model.addAttribute("sidePanels", side);
        model.addAttribute("lines", side.isEmpty() && shown == null ? lines(task.shown(), task.subjects()) : List.of());
    }

    private void decisions(OpenTask task, TaskDetails details, Model model) {
        var correction = details.correction();
        model.addAttribute("correction", correction);
        var correctFirst = correction != null && correction.proposed();
        model.addAttribute("correctFirst", correctFirst);
        var panel = details.panel();
        model.addAttribute("proposes", !correctFirst && (panel == null || !panel.containsTheWork()));
        model.addAttribute("follows", texts.follows(task, details.causes()));
        model.addAttribute("numbers", texts.consequences(List.of(task), task.decisions()));
        var typed = model.getAttribute(TaskPage.TYPED);
        model.addAttribute(
                "fields", typed instanceof TypedDecision form ? texts.inputs(task, form.fields()) : texts.inputs(task));
        model.addAttribute("explained", texts.withComment(task));
        model.addAttribute("before", ended.decided(task.type()));
    }

    /** All of the kind that stands for the task. */
    private List<SubjectLine> lines(Subject shown, List<Subject> all) {
        var alike = all.stream()
                .filter(subject -> subject.kind().equals(shown.kind()))
                .toList();
        var known = subjects.lines(alike);
        return alike.stream().map(known::get).filter(Objects::nonNull).toList();
    }
}

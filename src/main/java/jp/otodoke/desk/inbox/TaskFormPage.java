package jp.otodoke.desk.inbox;

import java.util.Map;
import jp.otodoke.inbox.TaskKinds;
import jp.otodoke.inbox.Tasks;
import jp.otodoke.platform.web.FlashMessages;
import jp.otodoke.shared.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Passes the form in the panel of a task to the kind of task that contributes it. */
@Controller
class TaskFormPage {
    private final Tasks tasks;
    private final TaskKinds kinds;
    private final LoadTaskView loadTaskView;
    private final FlashMessages flashMessages;

    TaskFormPage(Tasks tasks, TaskKinds kinds, LoadTaskView loadTaskView, FlashMessages flashMessages) {
        this.tasks = tasks;
        this.kinds = kinds;
        this.loadTaskView = loadTaskView;
        this.flashMessages = flashMessages;
    }

    @PostMapping("/inbox/{id:\\d+}/form")
    String submit(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String list,
            @RequestParam Map<String, String> typed,
            Model model,
            RedirectAttributes flash) {
        var query = InboxQuery.of(list);
        var task = tasks.find(id);
        if (task.isEmpty()) {
            return TaskPage.page(id, query);
        }
        try {
            var outcome = kinds.of(task.get().type()).submit(task.get(), typed);
            var done = outcome.done();
            if (done == null) {
                model.addAttribute("list", query.text());
                model.addAttribute("more", false);
                return loadTaskView.on(id, model, outcome.again()) ? "desk/task" : "desk/task-ended";
            }
            flash.addFlashAttribute("done", flashMessages.localized(done));
            return TaskPage.next(id, query);
        } catch (Refusal refusal) {
            if (refusal.kind() == Refusal.Kind.FORBIDDEN) {
                throw refusal;
            }
            flash.addFlashAttribute("refused", flashMessages.localized(refusal.words()));
            return TaskPage.page(id, query);
        }
    }
}

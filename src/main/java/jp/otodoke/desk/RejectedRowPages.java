package jp.otodoke.desk;

import java.util.Map;
import jp.otodoke.partners.shop.MendRejected;
import jp.otodoke.shared.Refusal;
import jp.otodoke.workflow.Tasks;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** An order that could not be taken from a shop's file is mended in its task and taken. */
@Controller
class RejectedRowPages {
    private final Tasks tasks;
    private final MendRejected mendRejected;
    private final ShowTask showTask;
    private final Answers answers;

    RejectedRowPages(Tasks tasks, MendRejected mendRejected, ShowTask showTask, Answers answers) {
        this.tasks = tasks;
        this.mendRejected = mendRejected;
        this.showTask = showTask;
        this.answers = answers;
    }

    @PostMapping("/inbox/{id:\\d+}/row")
    String mend(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String list,
            @RequestParam Map<String, String> typed,
            Model model,
            RedirectAttributes flash) {
        var query = InboxQuery.of(list);
        var task = tasks.find(id);
        if (task.isEmpty()) {
            return TaskPages.page(id, query);
        }
        try {
            var outcome = mendRejected.mend(task.get(), typed);
            if (outcome.order() == null) {
                model.addAttribute("row", outcome.wrong());
                model.addAttribute("list", query.text());
                model.addAttribute("more", false);
                return showTask.on(id, model) ? "desk/task" : "desk/task-ended";
            }
            flash.addFlashAttribute("done", answers.text("shop.mend.done", outcome.order()));
            return TaskPages.next(id, query);
        } catch (Refusal refusal) {
            if (refusal.kind() == Refusal.Kind.FORBIDDEN) {
                throw refusal;
            }
            flash.addFlashAttribute("refused", answers.text(refusal.messageKey(), refusal.arguments()));
            return TaskPages.page(id, query);
        }
    }
}

package jp.otodoke.desk.inbox;

import java.util.Map;
import jp.otodoke.inbox.Tasks;
import jp.otodoke.partners.shop.CorrectRejectedOrder;
import jp.otodoke.platform.web.FlashMessages;
import jp.otodoke.shared.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** An order that could not be taken from a shop's file is mended in its task and taken. */
@Controller
class RejectedRowPage {
    private final Tasks tasks;
    private final CorrectRejectedOrder correctRejectedOrder;
    private final LoadTaskView loadTaskView;
    private final FlashMessages flashMessages;

    RejectedRowPage(
            Tasks tasks,
            CorrectRejectedOrder correctRejectedOrder,
            LoadTaskView loadTaskView,
            FlashMessages flashMessages) {
        this.tasks = tasks;
        this.correctRejectedOrder = correctRejectedOrder;
        this.loadTaskView = loadTaskView;
        this.flashMessages = flashMessages;
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
            return TaskPage.page(id, query);
        }
        try {
            var outcome = correctRejectedOrder.mend(task.get(), typed);
            if (outcome.order() == null) {
                model.addAttribute("row", outcome.wrong());
                model.addAttribute("list", query.text());
                model.addAttribute("more", false);
                return loadTaskView.on(id, model) ? "desk/task" : "desk/task-ended";
            }
            flash.addFlashAttribute("done", flashMessages.text("shop.mend.done", outcome.order()));
            return TaskPage.next(id, query);
        } catch (Refusal refusal) {
            if (refusal.kind() == Refusal.Kind.FORBIDDEN) {
                throw refusal;
            }
            flash.addFlashAttribute("refused", flashMessages.said(refusal.words()));
            return TaskPage.page(id, query);
        }
    }
}

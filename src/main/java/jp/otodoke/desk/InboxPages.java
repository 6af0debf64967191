package jp.otodoke.desk;

import java.util.List;
import jp.otodoke.shared.Text;
import jp.otodoke.shared.pages.Frame;
import jp.otodoke.workflow.InboxFigures;
import jp.otodoke.workflow.TaskGroups;
import jp.otodoke.workflow.Tasks;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of tasks. */
@Controller
class InboxPages {
    private static final int SIZE = 50;

    private final Tasks tasks;
    private final InboxFigures figures;
    private final OrderHeads orders;
    private final Frame frame;

    InboxPages(Tasks tasks, InboxFigures figures, OrderHeads orders, Frame frame) {
        this.tasks = tasks;
        this.figures = figures;
        this.orders = orders;
        this.frame = frame;
    }

    /** @param group one group, {@code all}, or nothing for those of the person's roles */
    @GetMapping("/inbox")
    String list(
            @RequestParam(required = false) @Nullable String group,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) @Nullable String assignee,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        var mine = TaskGroups.of(frame.roles());
        var groups = Text.blank(group) ? mine : "all".equals(group) ? TaskGroups.ALL : List.of(group);
        var who = "me".equals(assignee) ? frame.user() : Text.orNull(assignee);
        var filter = new Tasks.Filter(groups, Text.orNull(type), who, Text.orNull(q));
        var total = tasks.count(filter);
        var shown = Math.max(0, Math.min(page, (int) ((total - 1) / SIZE)));
        var found = tasks.list(filter, sort == null ? "priority" : sort, shown * SIZE, SIZE);
        model.addAttribute("tasks", found);
        model.addAttribute("heads", orders.ofTasks(found));
        model.addAttribute("total", total);
        model.addAttribute("page", shown);
        model.addAttribute("size", SIZE);
        model.addAttribute("filter", filter);
        model.addAttribute("group", group);
        model.addAttribute("assignee", assignee);
        model.addAttribute("perGroup", figures.perGroup());
        model.addAttribute("perType", figures.perType(groups));
        model.addAttribute("figures", figures.of(mine, frame.user()));
        model.addAttribute("myGroups", mine);
        return "desk/inbox";
    }
}

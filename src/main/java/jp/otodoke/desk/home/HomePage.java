package jp.otodoke.desk.home;

import java.util.List;
import java.util.Locale;
import jp.otodoke.desk.inbox.MyInbox;
import jp.otodoke.inbox.OpenTask;
import jp.otodoke.inbox.TaskSubjects;
import jp.otodoke.inbox.Tasks;
import jp.otodoke.orders.OrderStatus;
import jp.otodoke.platform.pages.PageFrame;
import jp.otodoke.staff.CurrentStaff;
import jp.otodoke.watchdog.Findings;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page: what needs the reader, the open work, today's figures. */
@Controller
class HomePage {
    private static final int SHOWN = 8;
    private static final int WATCH_SHOWN = 5;

    private final HomeFigures figures;
    private final Tasks tasks;
    private final TaskSubjects subjects;
    private final Findings findings;
    private final MyInbox mine;
    private final CurrentStaff staff;
    private final PageFrame pageFrame;
    private final HomeCards cards;
    private final HomeCharts charts;

    HomePage(
            HomeFigures figures,
            Tasks tasks,
            TaskSubjects subjects,
            Findings findings,
            MyInbox mine,
            CurrentStaff staff,
            PageFrame pageFrame,
            HomeCards cards,
            HomeCharts charts) {
        this.figures = figures;
        this.tasks = tasks;
        this.subjects = subjects;
        this.findings = findings;
        this.mine = mine;
        this.staff = staff;
        this.pageFrame = pageFrame;
        this.cards = cards;
        this.charts = charts;
    }

    @GetMapping("/")
    String home(Model model, Locale locale) {
        var groups = mine.groups();
        var urgent = tasks.list(new Tasks.Filter(groups, null, null, null), "priority", 0, SHOWN);
        var days = figures.days();
        model.addAttribute("tasks", urgent);
        model.addAttribute(
                "lines", subjects.lines(urgent.stream().map(OpenTask::shown).toList()));
        var flow = figures.openOrders();
        var findings = this.findings.open();
        model.addAttribute("cards", cards.of(pageFrame::may, locale));
        model.addAttribute("charts", charts.of(staff::may, days, locale));
        model.addAttribute("watchOpen", findings);
        model.addAttribute("watch", this.findings.list(Findings.Filter.OPEN, 0, WATCH_SHOWN));
        model.addAttribute("flow", flow);
        model.addAttribute("statuses", List.of(OrderStatus.values()).subList(0, OrderStatus.DELIVERED.ordinal() + 1));
        model.addAttribute("days", days);
        return "desk/home";
    }
}

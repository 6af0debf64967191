package jp.otodoke.desk.home;

import java.util.List;
import java.util.Locale;
import jp.otodoke.desk.inbox.MyInbox;
import jp.otodoke.desk.inbox.OrderSummaries;
import jp.otodoke.inbox.InboxCounts;
import jp.otodoke.inbox.Tasks;
import jp.otodoke.orders.OrderStatus;
import jp.otodoke.staff.CurrentStaff;
import jp.otodoke.staff.Permission;
import jp.otodoke.watchdog.Findings;
import jp.otodoke.workflow.Incidents;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page: what needs the reader, the open work, today's figures. */
@Controller
class HomePage {
    private static final int SHOWN = 8;
    private static final int WATCH_SHOWN = 5;

    private final HomeFigures figures;
    private final InboxCounts inbox;
    private final Tasks tasks;
    private final OrderSummaries orders;
    private final Incidents incidents;
    private final Findings findings;
    private final MyInbox mine;
    private final CurrentStaff staff;
    private final HomeCards cards;
    private final HomeCharts charts;

    HomePage(
            HomeFigures figures,
            InboxCounts inbox,
            Tasks tasks,
            OrderSummaries orders,
            Incidents incidents,
            Findings findings,
            MyInbox mine,
            CurrentStaff staff,
            HomeCards cards,
            HomeCharts charts) {
        this.figures = figures;
        this.inbox = inbox;
        this.tasks = tasks;
        this.orders = orders;
        this.incidents = incidents;
        this.findings = findings;
        this.mine = mine;
        this.staff = staff;
        this.cards = cards;
        this.charts = charts;
    }

    @GetMapping("/")
    String home(Model model, Locale locale) {
        var groups = mine.groups();
        var urgent = tasks.list(new Tasks.Filter(groups, null, null, null), "priority", 0, SHOWN);
        var days = figures.days();
        model.addAttribute("tasks", urgent);
        model.addAttribute("heads", orders.ofTasks(urgent));
        var day = days.get(days.size() - 1).day();
        var flow = figures.openOrders();
        var findings = this.findings.open();
        var facts = new HomeCards.Facts(
                day,
                figures.today(),
                flow,
                inbox.of(groups, mine.me()),
                staff.may(Permission.OPERATIONS) ? incidents.count() : 0,
                findings);
        model.addAttribute("cards", cards.of(staff::may, facts, locale));
        model.addAttribute("charts", charts.of(staff::may, days, locale));
        model.addAttribute("watchOpen", findings);
        model.addAttribute("watch", this.findings.list(Findings.Filter.OPEN, 0, WATCH_SHOWN));
        model.addAttribute("flow", flow);
        model.addAttribute("statuses", List.of(OrderStatus.values()).subList(0, OrderStatus.DELIVERED.ordinal() + 1));
        model.addAttribute("days", days);
        return "desk/home";
    }
}

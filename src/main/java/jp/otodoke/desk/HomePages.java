package jp.otodoke.desk;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Locale;
import jp.otodoke.orders.OrderStatus;
import jp.otodoke.shared.pages.Frame;
import jp.otodoke.watchdog.Findings;
import jp.otodoke.workflow.InboxFigures;
import jp.otodoke.workflow.Incidents;
import jp.otodoke.workflow.TaskGroups;
import jp.otodoke.workflow.Tasks;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page: what needs me, what flows, today's figures. */
@Controller
class HomePages {
    private static final int SHOWN = 8;
    private static final int WATCH_SHOWN = 5;

    private final HomeFigures figures;
    private final InboxFigures inbox;
    private final Tasks tasks;
    private final OrderHeads orders;
    private final Incidents incidents;
    private final Findings findings;
    private final Frame frame;
    private final MessageSource messages;

    HomePages(
            HomeFigures figures,
            InboxFigures inbox,
            Tasks tasks,
            OrderHeads orders,
            Incidents incidents,
            Findings findings,
            Frame frame,
            MessageSource messages) {
        this.figures = figures;
        this.inbox = inbox;
        this.tasks = tasks;
        this.orders = orders;
        this.incidents = incidents;
        this.findings = findings;
        this.frame = frame;
        this.messages = messages;
    }

    @GetMapping("/")
    String home(Model model, Locale locale) {
        var groups = TaskGroups.of(frame.roles());
        var urgent = tasks.list(new Tasks.Filter(groups, null, null, null), "priority", 0, SHOWN);
        var days = figures.days();
        model.addAttribute("tasks", urgent);
        model.addAttribute("heads", orders.ofTasks(urgent));
        model.addAttribute("inbox", inbox.of(groups, frame.user()));
        model.addAttribute("incidents", frame.has("manager", "admin") ? incidents.count() : 0);
        model.addAttribute("watchOpen", findings.open());
        model.addAttribute("watch", findings.list(Findings.Filter.OPEN, 0, WATCH_SHOWN));
        model.addAttribute("flow", figures.openOrders());
        model.addAttribute("statuses", List.of(OrderStatus.values()).subList(0, OrderStatus.DELIVERED.ordinal() + 1));
        model.addAttribute("today", figures.today());
        model.addAttribute("days", days);
        model.addAttribute("todayDate", days.get(days.size() - 1).day());
        model.addAttribute("chart", chart(days, locale));
        return "desk/home";
    }

    private String chart(List<HomeFigures.Day> days, Locale locale) {
        var labels = days.stream()
                .map(d -> "\"%d/%d\"".formatted(d.day().getMonthValue(), d.day().getDayOfMonth()))
                .collect(joining(","));
        return """
               {"type":"bar","data":{"labels":[%s],"datasets":[
               {"label":"%s","data":[%s],"backgroundColor":"#1d5fa8","borderRadius":2},
               {"label":"%s","data":[%s],"backgroundColor":"#7fb08f","borderRadius":2}]},
               "options":{"maintainAspectRatio":false,"plugins":{"legend":{"position":"top","align":"end","labels":{"boxWidth":10,"boxHeight":10}}},
               "scales":{"x":{"grid":{"display":false}},"y":{"beginAtZero":true,"ticks":{"precision":0,"maxTicksLimit":5}}}}}"""
                .formatted(
                        labels,
                        messages.getMessage("home.chart.orders", null, locale),
                        days.stream().map(d -> String.valueOf(d.orders())).collect(joining(",")),
                        messages.getMessage("home.chart.parcels", null, locale),
                        days.stream().map(d -> String.valueOf(d.parcels())).collect(joining(",")));
    }
}

package jp.otodoke.desk.inbox;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.otodoke.inbox.InboxChanges;
import jp.otodoke.inbox.InboxCounts;
import jp.otodoke.inbox.OpenTask;
import jp.otodoke.inbox.TaskViews;
import jp.otodoke.inbox.Tasks;
import jp.otodoke.shared.TextNormalizer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of tasks, the rows that changed, the counts, and the saved filters. */
@Controller
class InboxPage {
    private static final int SIZE = 50;
    private static final int NAME = 40;

    private final Tasks tasks;
    private final InboxCounts figures;
    private final InboxRows rows;
    private final TaskViews views;
    private final Colleagues people;
    private final MyInbox mine;
    private final InboxChanges changes;

    InboxPage(
            Tasks tasks,
            InboxCounts figures,
            InboxRows rows,
            TaskViews views,
            Colleagues people,
            MyInbox mine,
            InboxChanges changes) {
        this.tasks = tasks;
        this.figures = figures;
        this.rows = rows;
        this.views = views;
        this.people = people;
        this.mine = mine;
        this.changes = changes;
    }

    @GetMapping("/inbox")
    String list(@ModelAttribute("query") InboxQuery query, @RequestParam(defaultValue = "0") int page, Model model) {
        model.addAttribute("since", changes.position());
        var filter = mine.filter(query);
        var total = figures.total(filter);
        var shown = Math.max(0, Math.min(page, (int) ((total - 1) / SIZE)));
        var groups = mine.groups();
        model.addAttribute("rows", rows.of(tasks.list(filter, query.order(), shown * SIZE, SIZE)));
        model.addAttribute("ended", List.of());
        model.addAttribute("live", false);
        model.addAttribute("total", total);
        model.addAttribute("page", shown);
        model.addAttribute("size", SIZE);
        model.addAttribute("list", query.text());
        model.addAttribute("mixed", mixed(query));
        model.addAttribute("perGroup", figures.perGroup());
        model.addAttribute("perType", perType(query));
        model.addAttribute("counts", mine.counts());
        model.addAttribute("myGroups", groups);
        model.addAttribute("skills", mine.skills());
        model.addAttribute("views", views.of(mine.me(), groups));
        model.addAttribute("me", mine.me());
        model.addAttribute("names", people.names());
        return "desk/inbox";
    }

    /** The current rows of these tasks, each swapped in place; a completed one is marked. */
    @GetMapping("/inbox/rows")
    String rows(@RequestParam String ids, @RequestParam(defaultValue = "") String list, Model model) {
        var wanted = ids(List.of(ids)).stream().limit(SIZE).toList();
        var open = tasks.all(wanted).stream().map(OpenTask::id).collect(Collectors.toSet());
        model.addAttribute("rows", rows.of(tasks.includingEnded(wanted)));
        model.addAttribute(
                "ended", wanted.stream().filter(id -> !open.contains(id)).toList());
        model.addAttribute("live", true);
        model.addAttribute("list", InboxQuery.of(list).text());
        model.addAttribute("mixed", mixed(InboxQuery.of(list)));
        return "desk/inbox :: rows";
    }

    /**
     * The counts of an open page, each swapped in place: all tasks of the user, by group, and how the list has
     * grown.
     *
     * @param groups those that the page shows
     * @param total how many tasks the list held when the page was rendered; null if it shows no list
     */
    @GetMapping("/inbox/counts")
    String counts(
            @RequestParam(defaultValue = "") String list,
            @RequestParam(defaultValue = "") List<String> groups,
            @RequestParam(required = false) @Nullable Long total,
            Model model) {
        var perGroup = figures.perGroup();
        model.addAttribute("counts", mine.counts());
        model.addAttribute("groups", groups);
        model.addAttribute("perGroup", perGroup);
        model.addAttribute("grown", total == null ? null : figures.total(mine.filter(InboxQuery.of(list))) - total);
        return "desk/inbox-live :: counts";
    }

    @PostMapping("/inbox/views")
    String save(
            @RequestParam String name,
            @RequestParam(defaultValue = "") String list,
            @RequestParam(required = false) @Nullable String share) {
        var query = InboxQuery.of(list);
        var named = TextNormalizer.orNull(name);
        if (named != null) {
            views.save(
                    mine.me(),
                    named.substring(0, Math.min(NAME, named.length())),
                    query.text(),
                    mine.groups().contains(share) ? share : null);
        }
        return back(query);
    }

    @PostMapping("/inbox/views/{id}/drop")
    String drop(@PathVariable long id, @RequestParam(defaultValue = "") String list) {
        views.drop(id, mine.me());
        return back(InboxQuery.of(list));
    }

    /** Whether the list may contain tasks of several groups, so that each row names its group. */
    private boolean mixed(InboxQuery query) {
        return query.groups(mine.groups()).size() > 1;
    }

    /** What the list may contain, so that each choice finds as many as it says. */
    private Map<String, Long> perType(InboxQuery query) {
        var types = figures.perType(query.groups(mine.groups()));
        var skills = mine.filter(query).skills();
        if (skills != null) {
            types.keySet().retainAll(skills);
        }
        return types;
    }

    private static String back(InboxQuery query) {
        return "redirect:/inbox" + (query.text().isEmpty() ? "" : "?" + query.text());
    }

    static List<Long> ids(List<String> given) {
        return given.stream()
                .flatMap(text -> Arrays.stream(text.split(",")))
                .filter(text -> text.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .distinct()
                .toList();
    }
}

package jp.otodoke.desk.inbox;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import jp.otodoke.inbox.BulkDecision;
import jp.otodoke.inbox.EndedTasks;
import jp.otodoke.inbox.OpenTask;
import jp.otodoke.inbox.Subject;
import jp.otodoke.inbox.SubjectLine;
import jp.otodoke.inbox.TaskKinds;
import jp.otodoke.inbox.TaskRights;
import jp.otodoke.inbox.TaskSubjects;
import jp.otodoke.inbox.Tasks;
import jp.otodoke.platform.web.FlashMessages;
import jp.otodoke.shared.TextNormalizer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One decision for many tasks: first a preview of the consequences, then the result of each. */
@Controller
class BulkDecisionPage {
    private final Tasks tasks;
    private final EndedTasks ended;
    private final BulkDecision bulk;
    private final TaskRights rights;
    private final InboxRows rows;
    private final TaskSubjects subjects;
    private final TaskKinds kinds;
    private final DecisionTexts texts;
    private final MyInbox mine;
    private final FlashMessages flashMessages;

    BulkDecisionPage(
            Tasks tasks,
            EndedTasks ended,
            BulkDecision bulk,
            TaskRights rights,
            InboxRows rows,
            TaskSubjects subjects,
            TaskKinds kinds,
            DecisionTexts texts,
            MyInbox mine,
            FlashMessages flashMessages) {
        this.tasks = tasks;
        this.ended = ended;
        this.bulk = bulk;
        this.rights = rights;
        this.rows = rows;
        this.subjects = subjects;
        this.kinds = kinds;
        this.texts = texts;
        this.mine = mine;
        this.flashMessages = flashMessages;
    }

    /** @param cause all with this cause instead of those selected */
    @GetMapping("/inbox/bulk")
    String preview(
            @RequestParam(defaultValue = "") List<String> ids,
            @RequestParam(required = false) @Nullable String cause,
            @RequestParam(defaultValue = "") String list,
            Model model) {
        var all = chosen(ids, TextNormalizer.orNull(cause));
        var chosen = all.stream().filter(task -> rights.may(task)).toList();
        var decisions = common(chosen);
        model.addAttribute("rows", rows.of(chosen));
        model.addAttribute("forbidden", all.size() - chosen.size());
        model.addAttribute("taken", chosen.stream().filter(this::othersHave).count());
        model.addAttribute("decisions", decisions);
        model.addAttribute("follows", texts.consequences(chosen, decisions));
        model.addAttribute("fields", decisions.isEmpty() ? Map.of() : texts.inputs(chosen.get(0), Map.of()));
        model.addAttribute("explained", decisions.isEmpty() ? List.of() : texts.withComment(chosen.get(0)));
        model.addAttribute(
                "key", chosen.isEmpty() ? "" : "task." + chosen.get(0).type());
        model.addAttribute("list", InboxQuery.of(list).text());
        model.addAttribute("limit", BulkDecision.LIMIT);
        return "desk/inbox-bulk";
    }

    /** The whole page; with JavaScript the page requests some at a time and shows the progress. */
    @PostMapping("/inbox/bulk")
    String decide(
            @RequestParam List<String> ids,
            @RequestParam String decision,
            @RequestParam(required = false) @Nullable String comment,
            @RequestParam(defaultValue = "") String list,
            @RequestParam(defaultValue = "false") boolean part,
            @RequestParam Map<String, String> all,
            Model model) {
        var parameters = new LinkedHashMap<>(all);
        parameters.keySet().removeAll(List.of("ids", "decision", "comment", "list", "part", "_csrf"));
        parameters.values().removeIf(String::isBlank);
        var outcomes = bulk.decide(InboxPage.ids(ids), decision, TextNormalizer.orNull(comment), parameters, mine.me());
        model.addAttribute("outcomes", outcomes.stream().map(this::outcome).toList());
        model.addAttribute(
                "decided",
                outcomes.stream()
                        .filter(o -> o.result() == BulkDecision.Result.DECIDED)
                        .count());
        model.addAttribute("list", InboxQuery.of(list).text());
        return part ? "desk/inbox-bulk-done :: rows" : "desk/inbox-bulk-done";
    }

    private Outcome outcome(BulkDecision.Outcome outcome) {
        var refusal = outcome.refusal();
        var wrong = outcome.wrong();
        var why = wrong == null ? "" : wrong.problems().get(0).message();
        if (refusal != null) {
            why = flashMessages.localized(refusal.words());
        }
        var id = outcome.id();
        var result = outcome.result().name();
        var open = tasks.find(id).orElse(null);
        if (open != null) {
            return new Outcome(id, result, why, flashMessages.localized(open.reason()), line(open.shown()));
        }
        var over = ended.find(id).orElse(null);
        return over == null
                ? new Outcome(id, result, why, "", null)
                : new Outcome(id, result, why, flashMessages.localized(over.reason()), line(over.shown()));
    }

    private List<OpenTask> chosen(List<String> ids, @Nullable String cause) {
        return cause == null
                ? tasks.all(InboxPage.ids(ids)).stream()
                        .limit(BulkDecision.LIMIT)
                        .toList()
                : tasks.list(
                        new Tasks.Filter(null, null, null, null, cause, null, Tasks.Shown.WAITING),
                        "priority",
                        0,
                        BulkDecision.LIMIT);
    }

    /** Of one kind only: the same code may have another meaning elsewhere. */
    private List<String> common(List<OpenTask> chosen) {
        if (chosen.isEmpty() || chosen.stream().map(OpenTask::type).distinct().count() > 1) {
            return List.of();
        }
        var decisions = new LinkedHashSet<>(chosen.get(0).decisions());
        chosen.forEach(task -> decisions.retainAll(task.decisions()));
        var kind = kinds.of(chosen.get(0).type());
        decisions.removeIf(decision -> !kind.manyAtOnce(decision));
        return List.copyOf(decisions);
    }

    private @Nullable SubjectLine line(Subject shown) {
        return subjects.lines(List.of(shown)).get(shown);
    }

    private boolean othersHave(OpenTask task) {
        return task.assignee() != null && !task.assignee().equals(mine.me());
    }

    /** @param why the reason in words; empty if it was decided */
    record Outcome(long id, String result, String why, String reason, @Nullable SubjectLine line) {}
}

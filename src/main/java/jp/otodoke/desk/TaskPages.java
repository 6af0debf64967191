package jp.otodoke.desk;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Text;
import jp.otodoke.shared.Words;
import jp.otodoke.workflow.AssignTask;
import jp.otodoke.workflow.ClaimTask;
import jp.otodoke.workflow.CompleteTask;
import jp.otodoke.workflow.OpenTask;
import jp.otodoke.workflow.Retrying;
import jp.otodoke.workflow.SnoozeTask;
import jp.otodoke.workflow.Tasks;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * One task: what it is about, what may be decided, what follows; taking it, giving it back, handing it over, laying it aside,
 * deciding. {@code list} is the list that the person works through; after a decision its next task opens.
 */
@Controller
class TaskPages {
    private final ShowTask showTask;
    private final Tasks tasks;
    private final ClaimTask claim;
    private final AssignTask assign;
    private final SnoozeTask snooze;
    private final CompleteTask complete;
    private final Retrying retrying;
    private final MyInbox mine;
    private final Answers answers;

    TaskPages(
            ShowTask showTask,
            Tasks tasks,
            ClaimTask claim,
            AssignTask assign,
            SnoozeTask snooze,
            CompleteTask complete,
            Retrying retrying,
            MyInbox mine,
            Answers answers) {
        this.showTask = showTask;
        this.tasks = tasks;
        this.claim = claim;
        this.assign = assign;
        this.snooze = snooze;
        this.complete = complete;
        this.retrying = retrying;
        this.mine = mine;
        this.answers = answers;
    }

    @GetMapping("/inbox/{id:\\d+}")
    String show(@PathVariable long id, @RequestParam(defaultValue = "") String list, Model model) {
        var query = InboxQuery.of(list);
        model.addAttribute("list", query.text());
        model.addAttribute("more", after(query, id) != null);
        return showTask.on(id, model) ? "desk/task" : "desk/task-ended";
    }

    /** The task after this one in the list that the person works through. */
    @GetMapping("/inbox/{id:\\d+}/next")
    String next(@PathVariable long id, @RequestParam(defaultValue = "") String list, RedirectAttributes flash) {
        var query = InboxQuery.of(list);
        var next = after(query, id);
        if (next == null) {
            flash.addFlashAttribute("done", answers.text("inbox.pile.empty"));
            return "redirect:/inbox" + (query.text().isEmpty() ? "" : "?" + query.text());
        }
        return page(next.id(), query);
    }

    @PostMapping("/inbox/{id}/claim")
    String claim(@PathVariable long id, @RequestParam(defaultValue = "") String list, RedirectAttributes flash) {
        answers.tell(flash, () -> {
            claim.claim(id, mine.me());
            return "inbox.claimed";
        });
        return page(id, InboxQuery.of(list));
    }

    @PostMapping("/inbox/{id}/release")
    String release(@PathVariable long id, @RequestParam(defaultValue = "") String list, RedirectAttributes flash) {
        answers.tell(flash, () -> {
            claim.release(id, mine.me());
            return "inbox.released";
        });
        return page(id, InboxQuery.of(list));
    }

    @PostMapping("/inbox/{id}/assign")
    String assign(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(required = false) @Nullable String note,
            @RequestParam(defaultValue = "") String list,
            RedirectAttributes flash) {
        answers.tell(flash, () -> {
            assign.assign(id, to, Text.orNull(note), mine.me());
            return "inbox.assigned";
        });
        return page(id, InboxQuery.of(list));
    }

    /** What is laid aside is done with for now: the next task opens. */
    @PostMapping("/inbox/{id}/snooze")
    String snooze(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(defaultValue = "") String list,
            RedirectAttributes flash) {
        answers.tell(flash, () -> {
            snooze.snooze(id, moment(until), Text.orNull(reason), mine.me());
            return "inbox.laid-aside";
        });
        return onwards(id, list, flash);
    }

    @PostMapping("/inbox/{id}/wake")
    String wake(@PathVariable long id, @RequestParam(defaultValue = "") String list, RedirectAttributes flash) {
        answers.tell(flash, () -> {
            snooze.wake(id, mine.me());
            return "inbox.woken";
        });
        return page(id, InboxQuery.of(list));
    }

    /** The second of two people is told kindly what became of it. */
    @PostMapping("/inbox/{id}/decision")
    String decide(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(required = false) @Nullable String comment,
            @RequestParam(defaultValue = "") String list,
            @RequestParam Map<String, String> all,
            RedirectAttributes flash) {
        var parameters = new LinkedHashMap<>(all);
        parameters.keySet().removeAll(List.of("decision", "comment", "list", "_csrf"));
        parameters.values().removeIf(String::isBlank);
        answers.tell(flash, () -> {
            retrying.inTransaction(() -> {
                complete.complete(id, decision, Text.orNull(comment), parameters, mine.me());
                return true;
            });
            return "inbox.decided";
        });
        return onwards(id, list, flash);
    }

    /** To the next task once this one is settled; back to this one where something hindered. */
    private String onwards(long id, String list, RedirectAttributes flash) {
        return flash.getFlashAttributes().containsKey("done")
                ? next(id, InboxQuery.of(list))
                : page(id, InboxQuery.of(list));
    }

    private @Nullable OpenTask after(InboxQuery query, long id) {
        return tasks.next(mine.filter(query), query.order(), id, mine.me()).orElse(null);
    }

    /** The way to the task after this one. */
    static String next(long id, InboxQuery query) {
        return "redirect:/inbox/%d/next?list=%s".formatted(id, inAddress(query));
    }

    /** The way to the task. */
    static String page(long id, InboxQuery query) {
        return "redirect:/inbox/" + id + "?list=" + inAddress(query);
    }

    private static String inAddress(InboxQuery query) {
        return URLEncoder.encode(query.text(), StandardCharsets.UTF_8);
    }

    /** A day means its morning. */
    private static Instant moment(String until) {
        try {
            return LocalDateTime.parse(until.length() == 10 ? until + "T09:00" : until)
                    .atZone(BusinessClock.TOKYO)
                    .toInstant();
        } catch (DateTimeParseException e) {
            throw new InvalidInput("until", "required", Words.of("inbox.snooze.until.required"));
        }
    }
}

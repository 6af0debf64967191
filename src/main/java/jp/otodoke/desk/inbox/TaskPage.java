package jp.otodoke.desk.inbox;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jp.otodoke.inbox.AssignTask;
import jp.otodoke.inbox.ClaimTask;
import jp.otodoke.inbox.CompleteTask;
import jp.otodoke.inbox.OpenTask;
import jp.otodoke.inbox.SnoozeTask;
import jp.otodoke.inbox.Tasks;
import jp.otodoke.platform.data.RetryOnConflict;
import jp.otodoke.platform.web.FlashMessages;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.CalendarRange;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.TextNormalizer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * One task: what it is about, the possible decisions and their consequences; claim, release, hand over, snooze,
 * decide. {@code list} is the list that the person works through; after a decision its next task opens.
 */
@Controller
public class TaskPage {
    /** The model's name of a {@link TypedDecision}. */
    static final String TYPED = "typed";

    /** The model's name of a note or reason that was not accepted. */
    private static final String TYPED_NOTE = "typedNote";

    private final LoadTaskView loadTaskView;
    private final Tasks tasks;
    private final ClaimTask claim;
    private final AssignTask assign;
    private final SnoozeTask snooze;
    private final CompleteTask complete;
    private final RetryOnConflict retryOnConflict;
    private final MyInbox mine;
    private final FlashMessages flashMessages;

    TaskPage(
            LoadTaskView loadTaskView,
            Tasks tasks,
            ClaimTask claim,
            AssignTask assign,
            SnoozeTask snooze,
            CompleteTask complete,
            RetryOnConflict retryOnConflict,
            MyInbox mine,
            FlashMessages flashMessages) {
        this.loadTaskView = loadTaskView;
        this.tasks = tasks;
        this.claim = claim;
        this.assign = assign;
        this.snooze = snooze;
        this.complete = complete;
        this.retryOnConflict = retryOnConflict;
        this.mine = mine;
        this.flashMessages = flashMessages;
    }

    @GetMapping("/inbox/{id:\\d+}")
    String show(@PathVariable long id, @RequestParam(defaultValue = "") String list, Model model) {
        var query = InboxQuery.of(list);
        model.addAttribute("list", query.text());
        model.addAttribute("more", after(query, id) != null);
        return loadTaskView.on(id, model) ? "desk/task" : "desk/task-ended";
    }

    /** The task after this one in the list that the person works through. */
    @GetMapping("/inbox/{id:\\d+}/next")
    String next(@PathVariable long id, @RequestParam(defaultValue = "") String list, RedirectAttributes flash) {
        var query = InboxQuery.of(list);
        var next = after(query, id);
        if (next == null) {
            flash.addFlashAttribute("done", flashMessages.text("inbox.pile.empty"));
            return "redirect:/inbox" + (query.text().isEmpty() ? "" : "?" + query.text());
        }
        return page(next.id(), query);
    }

    @PostMapping("/inbox/{id}/claim")
    String claim(@PathVariable long id, @RequestParam(defaultValue = "") String list, RedirectAttributes flash) {
        flashMessages.show(flash, () -> {
            claim.claim(id, mine.me());
            return "inbox.claimed";
        });
        return page(id, InboxQuery.of(list));
    }

    @PostMapping("/inbox/{id}/release")
    String release(@PathVariable long id, @RequestParam(defaultValue = "") String list, RedirectAttributes flash) {
        flashMessages.show(flash, () -> {
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
        flashMessages.show(flash, () -> {
            assign.assign(id, to, TextNormalizer.orNull(note), mine.me());
            return "inbox.assigned";
        });
        keepUnsaved(note, flash);
        return page(id, InboxQuery.of(list));
    }

    /** A snoozed task is done for now: the next one opens. */
    @PostMapping("/inbox/{id}/snooze")
    String snooze(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(defaultValue = "") String list,
            RedirectAttributes flash) {
        flashMessages.show(flash, () -> {
            snooze.snooze(id, moment(until), TextNormalizer.orNull(reason), mine.me());
            return "inbox.laid-aside";
        });
        keepUnsaved(reason, flash);
        return redirectAfter(id, list, flash);
    }

    @PostMapping("/inbox/{id}/wake")
    String wake(@PathVariable long id, @RequestParam(defaultValue = "") String list, RedirectAttributes flash) {
        flashMessages.show(flash, () -> {
            snooze.wake(id, mine.me());
            return "inbox.woken";
        });
        return page(id, InboxQuery.of(list));
    }

    /** Shows a second person what happened to the task. */
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
        flashMessages.show(flash, () -> {
            retryOnConflict.inTransaction(() -> {
                complete.complete(id, decision, TextNormalizer.orNull(comment), parameters, mine.me());
                return true;
            });
            return "inbox.decided";
        });
        if (!flash.getFlashAttributes().containsKey("done")) {
            flash.addFlashAttribute(
                    TYPED, new TypedDecision(decision, Objects.requireNonNullElse(comment, ""), parameters));
        }
        return redirectAfter(id, list, flash);
    }

    private static void keepUnsaved(@Nullable String note, RedirectAttributes flash) {
        if (!flash.getFlashAttributes().containsKey("done") && !TextNormalizer.blank(note)) {
            flash.addFlashAttribute(TYPED_NOTE, note);
        }
    }

    /** To the next task once this one is completed; back to this one if that failed. */
    private String redirectAfter(long id, String list, RedirectAttributes flash) {
        return flash.getFlashAttributes().containsKey("done")
                ? next(id, InboxQuery.of(list))
                : page(id, InboxQuery.of(list));
    }

    private @Nullable OpenTask after(InboxQuery query, long id) {
        return tasks.next(mine.filter(query), query.order(), id, mine.me()).orElse(null);
    }

    /** The URL of the task after this one. */
    public static String next(long id, InboxQuery query) {
        return "redirect:/inbox/%d/next?list=%s".formatted(id, inAddress(query));
    }

    /** The URL of the task. */
    public static String page(long id, InboxQuery query) {
        return "redirect:/inbox/" + id + "?list=" + inAddress(query);
    }

    private static String inAddress(InboxQuery query) {
        return URLEncoder.encode(query.text(), StandardCharsets.UTF_8);
    }

    /** A date means its morning. */
    private static Instant moment(String until) {
        try {
            return CalendarRange.within(LocalDateTime.parse(until.length() == 10 ? until + "T09:00" : until)
                    .atZone(BusinessClock.TOKYO)
                    .toInstant());
        } catch (DateTimeException e) {
            throw new InvalidInput("until", "required", BilingualText.of("inbox.snooze.until.required"));
        }
    }
}

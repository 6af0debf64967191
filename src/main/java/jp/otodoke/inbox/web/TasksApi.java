package jp.otodoke.inbox.web;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import jp.otodoke.inbox.AssignTask;
import jp.otodoke.inbox.BulkDecision;
import jp.otodoke.inbox.ClaimTask;
import jp.otodoke.inbox.CompleteTask;
import jp.otodoke.inbox.OpenTask;
import jp.otodoke.inbox.SnoozeTask;
import jp.otodoke.inbox.Subject;
import jp.otodoke.inbox.TaskHistory;
import jp.otodoke.inbox.TaskKinds;
import jp.otodoke.inbox.TaskPriority;
import jp.otodoke.inbox.Tasks;
import jp.otodoke.platform.data.RetryOnConflict;
import jp.otodoke.platform.web.PageQuery;
import jp.otodoke.platform.web.Paged;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.TextNormalizer;
import jp.otodoke.staff.CurrentStaff;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** API of the inbox. */
@RestController
@RequestMapping("/api/v1/tasks")
class TasksApi {
    private final Tasks tasks;
    private final ClaimTask claimTask;
    private final CompleteTask completeTask;
    private final AssignTask assignTask;
    private final SnoozeTask snoozeTask;
    private final BulkDecision bulk;
    private final TaskHistory history;
    private final TaskKinds kinds;
    private final RetryOnConflict retryOnConflict;
    private final CurrentStaff staff;
    private final BusinessClock clock;

    TasksApi(
            Tasks tasks,
            ClaimTask claimTask,
            CompleteTask completeTask,
            AssignTask assignTask,
            SnoozeTask snoozeTask,
            BulkDecision bulk,
            TaskHistory history,
            TaskKinds kinds,
            RetryOnConflict retryOnConflict,
            CurrentStaff staff,
            BusinessClock clock) {
        this.tasks = tasks;
        this.claimTask = claimTask;
        this.completeTask = completeTask;
        this.assignTask = assignTask;
        this.snoozeTask = snoozeTask;
        this.bulk = bulk;
        this.history = history;
        this.kinds = kinds;
        this.retryOnConflict = retryOnConflict;
        this.staff = staff;
        this.clock = clock;
    }

    @GetMapping
    Paged<TaskBody> list(
            @RequestParam(required = false) @Nullable String group,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) @Nullable String assignee,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String cause,
            @RequestParam(defaultValue = "false") boolean snoozed,
            PageQuery page,
            Locale locale) {
        var filter = new Tasks.Filter(
                TextNormalizer.blank(group) ? null : List.of(group),
                type,
                assignee,
                q,
                cause,
                null,
                snoozed ? Tasks.Shown.SNOOZED : Tasks.Shown.WAITING);
        var sort = page.sort(Tasks.sorts(), "priority");
        var items = tasks.list(filter, sort.field() + (sort.down() ? ",desc" : ""), page.offset(), page.size()).stream()
                .map(t -> body(t, locale))
                .toList();
        return Paged.of(items, page, tasks.count(filter));
    }

    @GetMapping("/{id}")
    TaskBody show(@PathVariable long id, Locale locale) {
        return body(tasks.find(id).orElseThrow(() -> Refusal.notFound("task.not-found", id)), locale);
    }

    @PostMapping("/{id}/claim")
    TaskBody claim(@PathVariable long id, Locale locale) {
        return body(claimTask.claim(id, staff.name()), locale);
    }

    @PostMapping("/{id}/release")
    TaskBody release(@PathVariable long id, Locale locale) {
        return body(claimTask.release(id, staff.name()), locale);
    }

    /** {@code decision} and {@code comment}; any other properties are passed to the decision as parameters. */
    @PostMapping("/{id}/complete")
    Completed complete(@PathVariable long id, @RequestBody Map<String, @Nullable Object> body) {
        var decision = body.get("decision");
        if (!(decision instanceof String code) || code.isBlank()) {
            throw new InvalidInput("decision", "required", BilingualText.of("inbox.decision.problem.required"));
        }
        var comment = body.get("comment");
        var parameters = new LinkedHashMap<String, String>();
        body.forEach((name, value) -> {
            if (value != null && !name.equals("decision") && !name.equals("comment")) {
                parameters.put(name, value.toString());
            }
        });
        retryOnConflict.inTransaction(() -> {
            completeTask.complete(id, code, comment == null ? null : comment.toString(), parameters, staff.name());
            return Boolean.TRUE;
        });
        return new Completed(String.valueOf(id), code);
    }

    /** Assigns the task: {@code to} is the user name of a colleague, {@code note} a message for the colleague. */
    @PostMapping("/{id}/assign")
    TaskBody assign(@PathVariable long id, @RequestBody Assignment body, Locale locale) {
        return body(
                assignTask.assign(id, Objects.requireNonNullElse(body.to(), ""), body.note(), staff.name()), locale);
    }

    /** Snoozes the task until the given time. */
    @PostMapping("/{id}/snooze")
    TaskBody snooze(@PathVariable long id, @RequestBody Snooze body, Locale locale) {
        var until = body.until();
        if (until == null) {
            throw new InvalidInput("until", "required", BilingualText.of("inbox.snooze.problem.until"));
        }
        return body(snoozeTask.snooze(id, until.toInstant(), body.reason(), staff.name()), locale);
    }

    /** Wakes the task early. */
    @PostMapping("/{id}/wake")
    TaskBody wake(@PathVariable long id, Locale locale) {
        return body(snoozeTask.wake(id, staff.name()), locale);
    }

    /** The history of the task, newest first. */
    @GetMapping("/{id}/history")
    List<HistoryBody> history(@PathVariable long id) {
        if (!tasks.known(id)) {
            throw Refusal.notFound("task.not-found", id);
        }
        return history.of(id).stream()
                .map(e -> new HistoryBody(
                        at(e.at()),
                        e.kind().name(),
                        e.who(),
                        e.detail(),
                        e.until() == null ? null : at(e.until()),
                        e.note()))
                .toList();
    }

    /** Applies one decision to up to 500 tasks, each in its own transaction, and returns the outcome of each. */
    @PostMapping("/bulk")
    BulkBody bulk(@RequestBody Bulk body, Locale locale) {
        var decision = body.decision();
        if (decision == null || decision.isBlank()) {
            throw new InvalidInput("decision", "required", BilingualText.of("inbox.decision.problem.required"));
        }
        var outcomes = bulk.decide(
                Objects.requireNonNullElse(body.ids(), List.<Long>of()),
                decision,
                body.comment(),
                Objects.requireNonNullElse(body.parameters(), Map.of()),
                staff.name());
        return new BulkBody(
                outcomes.stream()
                        .filter(o -> o.result() == BulkDecision.Result.DECIDED)
                        .count(),
                outcomes.stream()
                        .map(o -> new OutcomeBody(
                                String.valueOf(o.id()), o.result().name(), why(o, locale)))
                        .toList());
    }

    private @Nullable String why(BulkDecision.Outcome outcome, Locale locale) {
        var refusal = outcome.refusal();
        if (refusal != null) {
            return refusal.words().in(locale);
        }
        var wrong = outcome.wrong();
        return wrong == null ? null : wrong.problems().get(0).message();
    }

    private TaskBody body(OpenTask task, Locale locale) {
        return new TaskBody(
                String.valueOf(task.id()),
                task.type(),
                text("task." + task.type() + ".title", task.type(), locale),
                task.reason().in(locale),
                task.subject(),
                task.keys(Subject.ORDER).stream().findFirst().orElse(null),
                task.keys(Subject.ORDER),
                task.group().code(),
                task.assignee(),
                at(task.createdAt()),
                task.dueAt() == null ? null : at(task.dueAt()),
                task.priority(),
                urgency(task),
                task.yen().amount(),
                task.cause(),
                task.snoozedUntil() == null ? null : at(task.snoozedUntil()),
                task.snoozeReason(),
                task.decisions().stream()
                        .map(d -> new Decision(d, text("task." + task.type() + "." + d, d, locale)))
                        .toList(),
                inputs(task, locale));
    }

    /** By decision; those without input are left out. */
    private Map<String, List<InputBody>> inputs(OpenTask task, Locale locale) {
        var kind = kinds.of(task.type());
        var inputs = new LinkedHashMap<String, List<InputBody>>();
        for (var decision : task.decisions()) {
            var asked = new ArrayList<InputBody>();
            kind.fields(decision)
                    .forEach(field -> asked.add(new InputBody(
                            field.name(),
                            field.kind().name(),
                            field.required(),
                            text("task.field." + field.name(), field.name(), locale))));
            if (kind.commentRequired(decision)) {
                asked.add(new InputBody("comment", "LONG_TEXT", true, text("task.field.comment", "comment", locale)));
            }
            if (!asked.isEmpty()) {
                inputs.put(decision, asked);
            }
        }
        return inputs;
    }

    private UrgencyBody urgency(OpenTask task) {
        var urgency = TaskPriority.of(task, clock.instant());
        return new UrgencyBody(
                urgency.level().name(),
                urgency.reasons().stream().map(Enum::name).toList());
    }

    private String text(String key, String otherwise, Locale locale) {
        return BilingualText.withDefault(otherwise, key).in(locale);
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atZone(BusinessClock.TOKYO).toOffsetDateTime();
    }

    record TaskBody(
            String id,
            String type,
            String title,
            String reason,
            Subject subject,
            @Nullable String orderNumber,
            List<String> orderNumbers,
            String group,
            @Nullable String assignee,
            OffsetDateTime createdAt,
            @Nullable OffsetDateTime dueAt,
            int priority,
            UrgencyBody urgency,
            long yen,
            String cause,
            @Nullable OffsetDateTime snoozedUntil,
            @Nullable String snoozeReason,
            List<Decision> decisions,
            Map<String, List<InputBody>> inputs) {}

    /** The urgency of the task, {@code HIGH}, {@code MIDDLE} or {@code LOW}, and why. */
    record UrgencyBody(String level, List<String> reasons) {}

    record Assignment(@Nullable String to, @Nullable String note) {}

    record Snooze(@Nullable OffsetDateTime until, @Nullable String reason) {}

    record HistoryBody(
            OffsetDateTime at,
            String kind,
            String who,
            @Nullable String detail,
            @Nullable OffsetDateTime until,
            @Nullable String note) {}

    record Bulk(
            @JsonSetter(contentNulls = Nulls.FAIL) @Nullable List<Long> ids,
            @Nullable String decision,
            @Nullable String comment,
            @JsonSetter(contentNulls = Nulls.FAIL) @Nullable Map<String, String> parameters) {}

    record BulkBody(long decided, List<OutcomeBody> outcomes) {}

    record OutcomeBody(String id, String result, @Nullable String message) {}

    record Decision(String code, String label) {}

    /** What a decision asks for: a property of {@code /complete}. */
    record InputBody(String name, String kind, boolean required, String label) {}

    record Completed(String id, String decision) {}
}

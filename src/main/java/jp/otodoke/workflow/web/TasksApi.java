package jp.otodoke.workflow.web;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.web.PageQuery;
import jp.otodoke.shared.web.Paged;
import jp.otodoke.staff.CurrentStaff;
import jp.otodoke.workflow.ClaimTask;
import jp.otodoke.workflow.CompleteTask;
import jp.otodoke.workflow.OpenTask;
import jp.otodoke.workflow.Retrying;
import jp.otodoke.workflow.Tasks;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The inbox for other programs. */
@RestController
@RequestMapping("/api/v1/tasks")
class TasksApi {
    private final Tasks tasks;
    private final ClaimTask claimTask;
    private final CompleteTask completeTask;
    private final Retrying retrying;
    private final CurrentStaff staff;
    private final MessageSource messages;

    TasksApi(
            Tasks tasks,
            ClaimTask claimTask,
            CompleteTask completeTask,
            Retrying retrying,
            CurrentStaff staff,
            MessageSource messages) {
        this.tasks = tasks;
        this.claimTask = claimTask;
        this.completeTask = completeTask;
        this.retrying = retrying;
        this.staff = staff;
        this.messages = messages;
    }

    @GetMapping
    Paged<TaskBody> list(
            @RequestParam(required = false) @Nullable String group,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) @Nullable String assignee,
            @RequestParam(required = false) @Nullable String q,
            PageQuery page,
            Locale locale) {
        var filter = new Tasks.Filter(group == null ? null : List.of(group), type, assignee, q);
        var sort = page.sort() == null ? "priority" : page.sort();
        if (!Tasks.sorts().contains(sort)) {
            throw new InvalidInput("sort", "unknown", "One of " + Tasks.sorts());
        }
        var items = tasks.list(filter, sort, page.offset(), page.size()).stream()
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
        return body(claimTask.release(id), locale);
    }

    /** {@code decision} and {@code comment}; whatever else stands beside them goes to the decision as its parameters. */
    @PostMapping("/{id}/complete")
    Completed complete(@PathVariable long id, @RequestBody Map<String, @Nullable Object> body) {
        var decision = body.get("decision");
        if (!(decision instanceof String code) || code.isBlank()) {
            throw new InvalidInput("decision", "required", "A decision is needed");
        }
        var comment = body.get("comment");
        var parameters = new LinkedHashMap<String, String>();
        body.forEach((name, value) -> {
            if (value != null && !name.equals("decision") && !name.equals("comment")) {
                parameters.put(name, value.toString());
            }
        });
        retrying.inTransaction(() -> {
            completeTask.complete(id, code, comment == null ? null : comment.toString(), parameters, staff.name());
            return Boolean.TRUE;
        });
        return new Completed(String.valueOf(id), code);
    }

    private TaskBody body(OpenTask task, Locale locale) {
        return new TaskBody(
                String.valueOf(task.id()),
                task.type(),
                text("task." + task.type() + ".title", task.type(), locale),
                task.reason(),
                task.orderNumbers().isEmpty() ? null : task.orderNumbers().get(0),
                task.orderNumbers(),
                task.group(),
                task.assignee(),
                at(task.createdAt()),
                task.dueAt() == null ? null : at(task.dueAt()),
                task.priority(),
                task.decisions().stream()
                        .map(d -> new Decision(d, text("task." + task.type() + "." + d, d, locale)))
                        .toList());
    }

    private String text(String key, String otherwise, Locale locale) {
        return Objects.requireNonNull(messages.getMessage(key, null, otherwise, locale));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atZone(BusinessClock.TOKYO).toOffsetDateTime();
    }

    record TaskBody(
            String id,
            String type,
            String title,
            String reason,
            @Nullable String orderNumber,
            List<String> orderNumbers,
            String group,
            @Nullable String assignee,
            OffsetDateTime createdAt,
            @Nullable OffsetDateTime dueAt,
            int priority,
            List<Decision> decisions) {}

    record Decision(String code, String label) {}

    record Completed(String id, String decision) {}
}

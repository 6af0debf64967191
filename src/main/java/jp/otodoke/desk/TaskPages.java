package jp.otodoke.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.otodoke.customers.FindCustomer;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.Text;
import jp.otodoke.shared.pages.Frame;
import jp.otodoke.shared.pages.Show;
import jp.otodoke.workflow.ClaimTask;
import jp.otodoke.workflow.CompleteTask;
import jp.otodoke.workflow.EndedTasks;
import jp.otodoke.workflow.OpenTask;
import jp.otodoke.workflow.Tasks;
import org.jspecify.annotations.Nullable;
import jp.otodoke.staff.AuditTrail;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One task: what it is about, what may be decided, what follows; taking it, giving it back, deciding. */
@Controller
class TaskPages {
    private final Tasks tasks;
    private final EndedTasks ended;
    private final ClaimTask claim;
    private final CompleteTask complete;
    private final OrderHeads orders;
    private final FindCustomer customers;
    private final Frame frame;
    private final Show show;
    private final Answers answers;
    private final AuditTrail audit;

    TaskPages(
            Tasks tasks,
            EndedTasks ended,
            ClaimTask claim,
            CompleteTask complete,
            OrderHeads orders,
            FindCustomer customers,
            Frame frame,
            Show show,
            Answers answers,
            AuditTrail audit) {
        this.tasks = tasks;
        this.ended = ended;
        this.claim = claim;
        this.complete = complete;
        this.orders = orders;
        this.customers = customers;
        this.frame = frame;
        this.show = show;
        this.answers = answers;
        this.audit = audit;
    }

    @GetMapping("/inbox/{id}")
    String show(@PathVariable long id, Model model) {
        var open = tasks.find(id);
        if (open.isEmpty()) {
            model.addAttribute("ended", ended.find(id).orElseThrow(() -> Refusal.notFound("task.not-found", id)));
            return "desk/task-ended";
        }
        var task = open.get();
        var heads = orders.of(task.orderNumbers());
        model.addAttribute("task", task);
        model.addAttribute("orders", heads.values());
        heads.values().stream()
                .findFirst()
                .flatMap(h -> customers.find(h.customer()))
                .ifPresent(c -> {
                    audit.record("customer-seen", c.number(), task.orderNumbers().get(0));
                    model.addAttribute("customer", c);
                });
        model.addAttribute("fields", fields(task));
        model.addAttribute("methods", PaymentMethod.values());
        model.addAttribute("mine", frame.user().equals(task.assignee()));
        model.addAttribute("others", task.assignee() != null && !frame.user().equals(task.assignee()));
        return "desk/task";
    }

    /** What a decision asks for besides, as {@code task.<type>.<CODE>.fields} says. */
    private Map<String, List<String>> fields(OpenTask task) {
        var fields = new LinkedHashMap<String, List<String>>();
        for (var decision : task.decisions()) {
            var names = show.text("task.%s.%s.fields".formatted(task.type(), decision), "");
            if (!names.isEmpty()) {
                fields.put(decision, List.of(names.split(",")));
            }
        }
        return fields;
    }

    @PostMapping("/inbox/{id}/claim")
    String claim(@PathVariable long id, RedirectAttributes flash) {
        answers.tell(flash, () -> {
            claim.claim(id, frame.user());
            return "inbox.claimed";
        });
        return "redirect:/inbox/" + id;
    }

    @PostMapping("/inbox/{id}/release")
    String release(@PathVariable long id, RedirectAttributes flash) {
        answers.tell(flash, () -> {
            claim.release(id);
            return "inbox.released";
        });
        return "redirect:/inbox/" + id;
    }

    /** The second of two people is told kindly what became of it. */
    @PostMapping("/inbox/{id}/decision")
    String decide(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(required = false) @Nullable String comment,
            @RequestParam Map<String, String> all,
            RedirectAttributes flash) {
        var parameters = new LinkedHashMap<>(all);
        parameters.keySet().removeAll(List.of("decision", "comment", "_csrf"));
        parameters.values().removeIf(String::isBlank);
        answers.tell(flash, () -> {
            complete.complete(id, decision, Text.orNull(comment), parameters, frame.user());
            return "inbox.decided";
        });
        return "redirect:/inbox/" + id;
    }
}

package jp.otodoke.desk.inbox;

import java.time.DayOfWeek;
import java.time.temporal.TemporalAdjusters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import jp.otodoke.customers.FindCustomer;
import jp.otodoke.desk.orderentry.CustomerFigures;
import jp.otodoke.inbox.AssignTask;
import jp.otodoke.inbox.EndedTasks;
import jp.otodoke.inbox.InboxChanges;
import jp.otodoke.inbox.OpenTask;
import jp.otodoke.inbox.TaskHistory;
import jp.otodoke.inbox.TaskPriority;
import jp.otodoke.inbox.TaskRights;
import jp.otodoke.inbox.TaskViewers;
import jp.otodoke.inbox.Tasks;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.partners.shop.CorrectRejectedOrder;
import jp.otodoke.payments.Deposits;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.Refusal;
import jp.otodoke.staff.AuditTrail;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Brings together what a person needs to decide a task. */
@Component
class LoadTaskView {
    private static final int SHOWN_WITH_GOODS = 10;
    private static final Set<String> OF_DEPOSITS = Set.of("deposit-unmatched", "deposit-reversed");

    private final Tasks tasks;
    private final EndedTasks ended;
    private final TaskHistory history;
    private final InboxChanges changes;
    private final TaskViewers viewers;
    private final AssignTask assign;
    private final TaskRights rights;
    private final OrderExcerpts orders;
    private final Deposits deposits;
    private final FindCustomer customers;
    private final CustomerFigures inShort;
    private final Consequences consequences;
    private final DecisionTexts texts;
    private final CorrectOrderFromTask correctOrderFromTask;
    private final LoadReviewCase reviews;
    private final FindOrder findOrder;
    private final CorrectRejectedOrder rejected;
    private final Colleagues people;
    private final MyInbox mine;
    private final AuditTrail audit;
    private final BusinessClock clock;

    LoadTaskView(
            Tasks tasks,
            EndedTasks ended,
            TaskHistory history,
            InboxChanges changes,
            TaskViewers viewers,
            AssignTask assign,
            TaskRights rights,
            OrderExcerpts orders,
            Deposits deposits,
            FindCustomer customers,
            CustomerFigures inShort,
            Consequences consequences,
            DecisionTexts texts,
            CorrectOrderFromTask correctOrderFromTask,
            LoadReviewCase reviews,
            FindOrder findOrder,
            CorrectRejectedOrder rejected,
            Colleagues people,
            MyInbox mine,
            AuditTrail audit,
            BusinessClock clock) {
        this.tasks = tasks;
        this.ended = ended;
        this.history = history;
        this.changes = changes;
        this.viewers = viewers;
        this.assign = assign;
        this.rights = rights;
        this.orders = orders;
        this.deposits = deposits;
        this.customers = customers;
        this.inShort = inShort;
        this.consequences = consequences;
        this.texts = texts;
        this.correctOrderFromTask = correctOrderFromTask;
        this.reviews = reviews;
        this.findOrder = findOrder;
        this.rejected = rejected;
        this.people = people;
        this.mine = mine;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @return whether it is still open
     * @throws Refusal not found
     */
    boolean on(long id, Model model) {
        model.addAttribute("since", changes.position());
        model.addAttribute("history", history.of(id));
        model.addAttribute("names", people.names());
        var open = tasks.find(id);
        if (open.isEmpty()) {
            model.addAttribute("ended", ended.find(id).orElseThrow(() -> Refusal.notFound("task.not-found", id)));
            return false;
        }
        show(open.get(), model);
        return true;
    }

    private void show(OpenTask task, Model model) {
        var me = mine.me();
        model.addAttribute("task", task);
        model.addAttribute("pressing", TaskPriority.of(task, clock.instant()));
        model.addAttribute(
                "asleep", task.snoozedUntil() != null && task.snoozedUntil().isAfter(clock.instant()));
        model.addAttribute("may", rights.may(task.group()));
        model.addAttribute("mine", me.equals(task.assignee()));
        model.addAttribute("others", task.assignee() != null && !me.equals(task.assignee()));
        model.addAttribute(
                "looking",
                viewers.now().getOrDefault(task.id(), List.of()).stream()
                        .filter(who -> !who.equals(me))
                        .toList());
        model.addAttribute(
                "colleagues",
                assign.colleagues(task.group()).stream()
                        .filter(person -> !person.username().equals(task.assignee()))
                        .filter(person -> !person.username().equals(me))
                        .toList());
        model.addAttribute("tomorrow", clock.today().plusDays(1));
        model.addAttribute("monday", clock.today().with(TemporalAdjusters.next(DayOfWeek.MONDAY)));
        model.addAttribute("week", clock.today().plusDays(7));
        model.addAttribute(
                "same", tasks.count(new Tasks.Filter(null, null, null, null, task.cause(), null, Tasks.Shown.WAITING)));
        decisions(task, model);
        concerned(task, model);
        deposit(task, model);
        if (!model.containsAttribute("row")) {
            rejected.show(task).ifPresent(row -> model.addAttribute("row", row));
        }
    }

    private void decisions(OpenTask task, Model model) {
        var review = reviews.of(task);
        review.ifPresent(found -> model.addAttribute("review", found));
        model.addAttribute(
                "mend",
                correctOrderFromTask.possible(task)
                        && findOrder.isChangeable(task.orderNumbers().get(0)));
        model.addAttribute("mendFirst", review.map(ReviewCase::mendFirst).orElse(false));
        var causes = review.map(ReviewCase::doubts).orElse(List.of());
        model.addAttribute("follows", texts.follows(task, causes));
        var numbers = new LinkedHashMap<String, String>();
        task.decisions().forEach(d -> numbers.put(d, consequences.inWords(List.of(task), d)));
        model.addAttribute("numbers", numbers);
        model.addAttribute("fields", texts.fields(task));
        model.addAttribute("methods", PaymentMethod.values());
        model.addAttribute("before", ended.decided(task.type()));
    }

    /** The money itself, in place of a number that says nothing. */
    private void deposit(OpenTask task, Model model) {
        var id = task.subject();
        if (id != null && OF_DEPOSITS.contains(task.type())) {
            deposits.find(Long.parseLong(id)).ifPresent(deposit -> model.addAttribute("deposit", deposit));
        }
    }

    private void concerned(OpenTask task, Model model) {
        var numbers = task.orderNumbers();
        var briefs = orders.of(numbers.stream().limit(SHOWN_WITH_GOODS).toList());
        model.addAttribute("orders", briefs);
        model.addAttribute("further", numbers.stream().skip(SHOWN_WITH_GOODS).toList());
        briefs.stream()
                .findFirst()
                .flatMap(brief -> customers.find(brief.head().customer()))
                .ifPresent(customer -> {
                    audit.record(
                            "customer-seen",
                            customer.number(),
                            task.orderNumbers().get(0));
                    model.addAttribute("customer", customer);
                    model.addAttribute("figures", inShort.of(customer.number()));
                });
    }
}

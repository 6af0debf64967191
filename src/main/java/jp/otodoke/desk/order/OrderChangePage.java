package jp.otodoke.desk.order;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import jp.otodoke.customers.AddressCheck;
import jp.otodoke.desk.inbox.InboxQuery;
import jp.otodoke.desk.inbox.TaskPage;
import jp.otodoke.fulfilment.ChangeRequests;
import jp.otodoke.fulfilment.CorrectOrderFromTask;
import jp.otodoke.fulfilment.LoadReviewCase;
import jp.otodoke.inbox.OpenTask;
import jp.otodoke.inbox.Tasks;
import jp.otodoke.orders.ChangeOrder;
import jp.otodoke.orders.OrderSubject;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.platform.pages.PageFrame;
import jp.otodoke.platform.web.FlashMessages;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Prefectures;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.TimeSlot;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Changes lines, destinations and payment method, until the order is handed over to the warehouse. */
@Controller
class OrderChangePage {
    private final LoadOrderView orders;
    private final ChangeOrder changeOrder;
    private final ChangeRequests changes;
    private final CorrectOrderFromTask correctOrderFromTask;
    private final LoadReviewCase reviews;
    private final Tasks tasks;
    private final AddressCheck addressCheck;
    private final PageFrame pageFrame;
    private final FlashMessages flashMessages;

    OrderChangePage(
            LoadOrderView orders,
            ChangeOrder changeOrder,
            ChangeRequests changes,
            CorrectOrderFromTask correctOrderFromTask,
            LoadReviewCase reviews,
            Tasks tasks,
            AddressCheck addressCheck,
            PageFrame pageFrame,
            FlashMessages flashMessages) {
        this.orders = orders;
        this.changeOrder = changeOrder;
        this.changes = changes;
        this.correctOrderFromTask = correctOrderFromTask;
        this.reviews = reviews;
        this.tasks = tasks;
        this.addressCheck = addressCheck;
        this.pageFrame = pageFrame;
        this.flashMessages = flashMessages;
    }

    /**
     * @param to the destination to change, from 1
     * @param task the task that the change is to complete
     * @param list the list that its person works through
     */
    @GetMapping("/orders/{number:A[0-9]+}/edit")
    String open(
            @PathVariable OrderNumber number,
            @RequestParam(defaultValue = "1") int to,
            @RequestParam(required = false) @Nullable Long task,
            @RequestParam(defaultValue = "") String list,
            Model model,
            RedirectAttributes flash) {
        var form = ChangeForm.of(orders.content(number), to);
        if (task != null && correctable(task, number) == null) {
            return TaskPage.page(task, InboxQuery.of(list));
        }
        try {
            changeOrder.checkChangeable(number);
        } catch (Refusal refusal) {
            return refused(number, refusal, flash);
        }
        return form(number, form, true, task, list, model);
    }

    @PostMapping("/orders/{number:A[0-9]+}/edit")
    String change(
            @PathVariable OrderNumber number,
            ChangeForm form,
            @RequestParam(required = false) @Nullable Long task,
            @RequestParam(defaultValue = "") String list,
            Model model,
            RedirectAttributes flash) {
        var order = orders.content(number);
        var settles = task == null ? null : correctable(task, number);
        if (task != null && settles == null) {
            return TaskPage.page(task, InboxQuery.of(list));
        }
        if (form.outdated(order)) {
            model.addAttribute("refused", flashMessages.text("orderchange.outdated"));
            return form(number, ChangeForm.of(order, form.destinationNumber()), true, task, list, model);
        }
        try {
            var wanted = form.against(order);
            if (ChangeForm.nothing(wanted)) {
                return nothing(number, form, task, list, model, flash);
            }
            checkAddress(number, wanted, form);
            if (settles != null) {
                correctOrderFromTask.correct(settles, wanted, pageFrame.user());
                flash.addFlashAttribute("done", flashMessages.text("orderchange.corrected", number));
                return TaskPage.next(settles.id(), InboxQuery.of(list));
            }
            changes.change(number, wanted, pageFrame.user());
            flash.addFlashAttribute("done", flashMessages.text("order.done.changed"));
            return back(number);
        } catch (Refusal refusal) {
            if (task != null) {
                flash.addFlashAttribute("refused", flashMessages.localized(refusal.words()));
                return TaskPage.page(task, InboxQuery.of(list));
            }
            return refused(number, refusal, flash);
        } catch (InvalidInput mistakes) {
            model.addAttribute("problems", mistakes.problems());
            return form(number, form, false, task, list, model);
        }
    }

    /** Names the other mistakes as well. */
    private void checkAddress(OrderNumber number, ChangeOrder.Changes wanted, ChangeForm form) {
        var recipient = wanted.recipient();
        var problem = recipient == null
                ? Optional.<FieldProblem>empty()
                : addressCheck.problem("postalCode", recipient.address(), form.asTyped());
        if (problem.isPresent()) {
            var problems = new ArrayList<>(List.of(problem.get()));
            try {
                changeOrder.preview(number, wanted);
            } catch (InvalidInput others) {
                problems.addAll(others.problems());
            }
            throw new InvalidInput(problems);
        }
    }

    /** Without a change there is nothing that could complete a task. */
    private String nothing(
            OrderNumber number,
            ChangeForm form,
            @Nullable Long task,
            String list,
            Model model,
            RedirectAttributes flash) {
        if (task != null) {
            model.addAttribute("refused", flashMessages.text("orderchange.nothing-corrected"));
            return form(number, form, true, task, list, model);
        }
        flash.addFlashAttribute("done", flashMessages.text("orderchange.nothing"));
        return back(number);
    }

    /** The task, if it is open and such a change completes it. */
    private @Nullable OpenTask correctable(long task, OrderNumber number) {
        return tasks.find(task)
                .filter(correctOrderFromTask::possible)
                .filter(open -> OrderSubject.in(open).contains(number))
                .orElse(null);
    }

    /** A preview of the change while it is being typed. */
    @PostMapping("/orders/{number:A[0-9]+}/edit/totals")
    String totals(@PathVariable OrderNumber number, ChangeForm form, Model model) {
        quote(number, form, model);
        return "desk/order-change :: totals";
    }

    private String form(
            OrderNumber number, ChangeForm form, boolean sound, @Nullable Long task, String list, Model model) {
        var order = orders.content(number);
        if (task != null) {
            model.addAttribute("list", InboxQuery.of(list).text());
            tasks.find(task).ifPresent(open -> {
                model.addAttribute("task", open);
                reviews.of(open).ifPresent(review -> model.addAttribute("review", review));
            });
        }
        model.addAttribute("number", number);
        model.addAttribute("form", form);
        model.addAttribute("redeemable", !order.pricedByShop());
        model.addAttribute("status", order.status());
        model.addAttribute("destinations", order.destinations());
        model.addAttribute("rows", IntStream.range(0, form.rows()).boxed().toList());
        model.addAttribute("methods", PaymentMethod.values());
        model.addAttribute("slots", TimeSlot.values());
        model.addAttribute("prefectures", Prefectures.ALL);
        if (sound) {
            quote(number, form, model);
        }
        return "desk/order-change";
    }

    private void quote(OrderNumber number, ChangeForm form, Model model) {
        var order = orders.content(number);
        model.addAttribute("before", order.total());
        model.addAttribute("card", order.method() == PaymentMethod.CREDIT_CARD);
        try {
            var wanted = form.against(order);
            var quote = changeOrder.preview(number, wanted);
            model.addAttribute("quote", quote);
            model.addAttribute("change", quote.totals().total().minus(order.total()));
            model.addAttribute("nothing", ChangeForm.nothing(wanted));
            model.addAttribute("newMethod", wanted.method());
            model.addAttribute("recipientsWhoPay", order.recipientsWhoPay(wanted));
        } catch (InvalidInput mistakes) {
            model.addAttribute("mistakes", mistakes.problems());
        } catch (Refusal refusal) {
            model.addAttribute("late", flashMessages.localized(refusal.words()));
        }
    }

    private String refused(OrderNumber number, Refusal refusal, RedirectAttributes flash) {
        flash.addFlashAttribute("refused", flashMessages.localized(refusal.words()));
        return back(number);
    }

    private static String back(OrderNumber number) {
        return "redirect:/orders/" + number;
    }
}

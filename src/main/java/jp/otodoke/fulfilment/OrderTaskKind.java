package jp.otodoke.fulfilment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.otodoke.inbox.OpenTask;
import jp.otodoke.inbox.ProcessTaskKind;
import jp.otodoke.inbox.StaffGroup;
import jp.otodoke.inbox.TaskCorrection;
import jp.otodoke.inbox.TaskDetails;
import jp.otodoke.inbox.TaskReason;
import jp.otodoke.orders.Order;
import jp.otodoke.orders.OrderSubject;
import jp.otodoke.payments.Payment;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.staff.Permission;
import org.jspecify.annotations.Nullable;

/** A kind of task that the order process waits for. */
abstract class OrderTaskKind implements ProcessTaskKind {
    private final String type;
    private final StaffGroup group;
    private final Map<String, DecisionEffect> effects;
    final OrderCases cases;

    /** @param effects effects of the decisions that concern whole orders */
    OrderTaskKind(String type, StaffGroup group, Map<String, DecisionEffect> effects, OrderCases cases) {
        this.type = type;
        this.group = group;
        this.effects = effects;
        this.cases = cases;
    }

    @Override
    public final String type() {
        return type;
    }

    @Override
    public final String subjectKind() {
        return OrderSubject.KIND;
    }

    @Override
    public final StaffGroup group() {
        return group;
    }

    abstract BilingualText reason(Order order, Payment payment);

    int priority() {
        return 0;
    }

    static boolean isPartlyShipped(Order order) {
        return order.lines().stream().anyMatch(line -> line.shipped() > 0);
    }

    /** Decisions of the diagram that make no sense for this order. */
    Set<String> unsuitable(Order order) {
        return Set.of();
    }

    /** Whether the task can be resolved by changing the order. */
    boolean correctable() {
        return false;
    }

    /** Called after the order was changed. */
    void corrected(OrderNumber orderNumber, String by) {}

    @Override
    public final About about(String businessKey) {
        return about(OrderNumber.of(businessKey));
    }

    About about(OrderNumber orderNumber) {
        var reason = reason(cases.order(orderNumber), cases.payment(orderNumber));
        return about(orderNumber, TaskReason.of(reason), null);
    }

    final About about(OrderNumber orderNumber, TaskReason reason, @Nullable String proposed) {
        return new About(
                reason,
                OrderSubject.of(orderNumber),
                List.of(),
                priority(),
                proposed,
                unsuitable(cases.order(orderNumber)));
    }

    @Override
    public TaskDetails details(OpenTask task) {
        return new TaskDetails(List.of(), correction(task, "", false).orElse(null), null);
    }

    /** @param place additional query parameters that select the part of the page to open */
    final Optional<TaskCorrection> correction(OpenTask task, String place, boolean proposed) {
        var orders = OrderSubject.in(task);
        if (!correctable() || orders.size() != 1 || !cases.changeable(orders.get(0))) {
            return Optional.empty();
        }
        var page = "/orders/%s/edit?task=%d%s".formatted(orders.get(0), task.id(), place);
        return Optional.of(new TaskCorrection(page, Permission.ORDERS_EDIT, proposed));
    }

    @Override
    public BilingualText consequences(List<OpenTask> tasks, String decision) {
        var effect = effects.get(decision);
        return effect == null
                ? BilingualText.asWritten("")
                : cases.consequences().of(effect, tasks);
    }
}

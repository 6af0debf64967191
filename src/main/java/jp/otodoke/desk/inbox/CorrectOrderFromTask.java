package jp.otodoke.desk.inbox;

import java.util.Set;
import jp.otodoke.fulfilment.ChangeRequests;
import jp.otodoke.inbox.CompleteTask;
import jp.otodoke.inbox.OpenTask;
import jp.otodoke.orders.ChangeOrder.Changes;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.ReviewReasons;
import jp.otodoke.platform.data.RetryOnConflict;
import org.springframework.stereotype.Component;

/**
 * Changes the order that a task is about and thereby settles the task: the order goes on with what was changed. What the
 * person has seen is not asked again; what is doubtful about the new content is.
 */
@Component
public class CorrectOrderFromTask {
    /** Tasks of an order that wait before anybody packs it. */
    private static final Set<String> MENDABLE = Set.of(
            "review-order",
            "payment-declined",
            "arrange-payment",
            "stock-missing",
            "date-unreachable",
            "order-on-hold");

    private static final String MENDED = "MENDED";

    private final CompleteTask complete;
    private final ReviewReasons reviewReasons;
    private final ChangeRequests requests;
    private final FindOrder orders;
    private final RetryOnConflict retryOnConflict;

    CorrectOrderFromTask(
            CompleteTask complete,
            ReviewReasons reviewReasons,
            ChangeRequests requests,
            FindOrder orders,
            RetryOnConflict retryOnConflict) {
        this.complete = complete;
        this.reviewReasons = reviewReasons;
        this.requests = requests;
        this.orders = orders;
        this.retryOnConflict = retryOnConflict;
    }

    public boolean possible(OpenTask task) {
        return MENDABLE.contains(task.type()) && task.orderNumbers().size() == 1;
    }

    /** @throws Refusal when the task is not the person's any more, or the order can't be changed any more (conflict) */
    public void mend(OpenTask task, Changes changes, String by) {
        var order = task.orderNumbers().get(0);
        retryOnConflict.inTransaction(() -> {
            complete.settle(task.id(), MENDED, by);
            reviewReasons.looked(order);
            requests.change(order, changes, by);
            if (task.type().equals("order-on-hold") && orders.get(order).onHold()) {
                requests.release(order, by);
            }
            return true;
        });
    }
}

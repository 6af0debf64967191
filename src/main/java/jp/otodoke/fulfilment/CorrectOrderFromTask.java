package jp.otodoke.fulfilment;

import java.util.Optional;
import jp.otodoke.inbox.CompleteTask;
import jp.otodoke.inbox.OpenTask;
import jp.otodoke.inbox.TaskKinds;
import jp.otodoke.orders.ChangeOrder.Changes;
import jp.otodoke.orders.OrderSubject;
import jp.otodoke.orders.ReviewReasons;
import jp.otodoke.platform.data.RetryOnConflict;
import org.springframework.stereotype.Component;

/**
 * Changes the order that a task is about and completes the task, so that the order continues with the new content.
 * Review reasons known so far count as accepted; new ones in the changed order do not.
 */
@Component
public class CorrectOrderFromTask {
    private static final String DECISION = "MENDED";

    private final CompleteTask complete;
    private final ReviewReasons reviewReasons;
    private final ChangeRequests requests;
    private final TaskKinds kinds;
    private final RetryOnConflict retryOnConflict;

    CorrectOrderFromTask(
            CompleteTask complete,
            ReviewReasons reviewReasons,
            ChangeRequests requests,
            TaskKinds kinds,
            RetryOnConflict retryOnConflict) {
        this.complete = complete;
        this.reviewReasons = reviewReasons;
        this.requests = requests;
        this.kinds = kinds;
        this.retryOnConflict = retryOnConflict;
    }

    public boolean possible(OpenTask task) {
        return kind(task).filter(OrderTaskKind::correctable).isPresent()
                && OrderSubject.in(task).size() == 1;
    }

    /**
     * @throws Refusal if the user may no longer decide the task, or the order can't be changed any more (conflict)
     */
    public void correct(OpenTask task, Changes changes, String by) {
        var order = OrderSubject.in(task).get(0);
        retryOnConflict.inTransaction(() -> {
            complete.settle(task.id(), DECISION, by);
            reviewReasons.markReviewed(order);
            requests.change(order, changes, by);
            kind(task).ifPresent(kind -> kind.corrected(order, by));
            return true;
        });
    }

    private Optional<OrderTaskKind> kind(OpenTask task) {
        return kinds.of(task.type()) instanceof OrderTaskKind kind ? Optional.of(kind) : Optional.empty();
    }
}

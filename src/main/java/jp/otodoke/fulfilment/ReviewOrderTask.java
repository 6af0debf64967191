package jp.otodoke.fulfilment;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import jp.otodoke.inbox.OpenTask;
import jp.otodoke.inbox.StaffGroup;
import jp.otodoke.inbox.TaskDetails;
import jp.otodoke.inbox.TaskPanel;
import jp.otodoke.inbox.TaskReason;
import jp.otodoke.orders.Differences;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.Order;
import jp.otodoke.orders.ReviewReasons;
import jp.otodoke.orders.ReviewReasons.ReviewReason;
import jp.otodoke.payments.Payment;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.OrderNumber;
import org.springframework.stereotype.Component;

/** Manual review of an order selected by the review policy. */
@Component
class ReviewOrderTask extends OrderTaskKind {
    static final String TYPE = "review-order";

    private static final Duration ONE_TOO_MANY = Duration.ofMinutes(30);

    /** Review reasons about text that somebody entered. */
    private static final Set<String> WRITTEN = Set.of("ATTENTION_CUSTOMER", "REMARK");

    private final ReviewReasons reviewReasons;
    private final FindOrder orders;
    private final LoadReviewCase reviews;

    ReviewOrderTask(OrderCases cases, ReviewReasons reviewReasons, FindOrder orders, LoadReviewCase reviews) {
        super(
                TYPE,
                StaffGroup.ORDERS,
                Map.of("APPROVE", DecisionEffect.CONTINUES, "CANCEL", DecisionEffect.STOPS),
                cases);
        this.reviewReasons = reviewReasons;
        this.orders = orders;
        this.reviews = reviews;
    }

    @Override
    BilingualText reason(Order order, Payment payment) {
        return together(reviewReasons.of(order.number()), ReviewOrderTask::inFull);
    }

    /** Free text is quoted only for staff who may see personal data. */
    @Override
    About about(OrderNumber orderNumber) {
        var found = reviewReasons.of(orderNumber);
        return about(
                orderNumber,
                new TaskReason(together(found, ReviewOrderTask::inFull), together(found, ReviewReason::detail)),
                found.stream().anyMatch(reason -> sentTwice(reason, orderNumber)) ? "CANCEL" : null);
    }

    @Override
    boolean correctable() {
        return true;
    }

    /** If the order can be corrected right away, that is proposed. */
    @Override
    public TaskDetails details(OpenTask task) {
        return reviews.of(task).map(review -> details(task, review)).orElseGet(() -> super.details(task));
    }

    private TaskDetails details(OpenTask task, ReviewCase review) {
        var model = new HashMap<String, Object>();
        model.put("review", review);
        correction(task, "", false).ifPresent(correction -> model.put("correction", correction.page()));
        var place = review.correctFirst() ? "&to=" + review.firstWrong() : "";
        return new TaskDetails(
                review.reasons(),
                correction(task, place, review.correctFirst()).orElse(null),
                new TaskPanel("fulfilment/task-review-order", model, false));
    }

    private static BilingualText together(List<ReviewReason> found, Function<ReviewReason, BilingualText> said) {
        return BilingualText.sentences(found.stream().map(said).toList());
    }

    private static BilingualText inFull(ReviewReason reason) {
        return WRITTEN.contains(reason.code()) && !reason.about().isBlank()
                ? BilingualText.of("task.review-order.reason.quoted", reason.detail(), reason.about())
                : reason.detail();
    }

    /**
     * Whether the order looks like an accidental double submission: identical to another one placed shortly before
     * or after it.
     */
    private boolean sentTwice(ReviewReason reason, OrderNumber orderNumber) {
        return reason.repeated()
                .flatMap(orders::find)
                .map(other -> close(other, orders.get(orderNumber)))
                .orElse(false);
    }

    private static boolean close(Order one, Order other) {
        return Duration.between(one.orderedAt(), other.orderedAt()).abs().compareTo(ONE_TOO_MANY) <= 0
                && Differences.between(one, other).isEmpty();
    }
}

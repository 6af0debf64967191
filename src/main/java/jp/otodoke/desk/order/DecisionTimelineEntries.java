package jp.otodoke.desk.order;

import jp.otodoke.inbox.TaskDecided;
import jp.otodoke.orders.OrderSubject;
import jp.otodoke.orders.Timeline;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.OrderNumber;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Records a person's decision about an order in the order's timeline, with the person and their comment. */
@Component
class DecisionTimelineEntries {
    private final Timeline timeline;

    DecisionTimelineEntries(Timeline timeline) {
        this.timeline = timeline;
    }

    /** Runs first, so that the decision precedes its consequences. */
    @EventListener
    @Order(0)
    void on(TaskDecided decided) {
        var task = "task." + decided.type();
        var title = BilingualText.of(task + ".title");
        var decision = BilingualText.of(task + "." + decided.decision());
        var comment = decided.comment();
        var text = comment == null || comment.isBlank()
                ? BilingualText.of("timeline.decided", title, decision)
                : BilingualText.of("timeline.decided-with-comment", title, decision, comment.strip());
        timeline.add(decided.subjects().stream()
                .filter(subject -> subject.kind().equals(OrderSubject.KIND))
                .map(order -> new Timeline.Entry(OrderNumber.of(order.key()), "DECIDED", text, decided.by()))
                .toList());
    }
}

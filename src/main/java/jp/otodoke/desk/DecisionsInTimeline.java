package jp.otodoke.desk;

import jp.otodoke.orders.Timeline;
import jp.otodoke.shared.Words;
import jp.otodoke.workflow.TaskDecided;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What a person decided about an order stands in the order's history, with the person and what they wrote. */
@Component
class DecisionsInTimeline {
    private final Timeline timeline;

    DecisionsInTimeline(Timeline timeline) {
        this.timeline = timeline;
    }

    /** First of all, so that it stands before what follows from it. */
    @EventListener
    @Order(0)
    void on(TaskDecided decided) {
        var task = "task." + decided.type();
        var title = Words.of(task + ".title");
        var decision = Words.of(task + "." + decided.decision());
        var comment = decided.comment();
        var text = comment == null || comment.isBlank()
                ? Words.of("timeline.decided", title, decision)
                : Words.of("timeline.decided-with-comment", title, decision, comment.strip());
        timeline.add(decided.orderNumbers().stream()
                .map(order -> new Timeline.Entry(order, "DECIDED", text, decided.by()))
                .toList());
    }
}

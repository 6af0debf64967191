package jp.otodoke.desk;

import jp.otodoke.orders.Timeline;
import jp.otodoke.shared.Wording;
import jp.otodoke.shared.Words;
import jp.otodoke.workflow.TaskDecided;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What a person decided about an order stands in the order's history, with the person and what they wrote. */
@Component
class DecisionsInTimeline {
    private final Timeline timeline;
    private final Wording wording;

    DecisionsInTimeline(Timeline timeline, Wording wording) {
        this.timeline = timeline;
        this.wording = wording;
    }

    /** First of all, so that it stands before what follows from it. */
    @EventListener
    @Order(0)
    void on(TaskDecided decided) {
        var task = "task." + decided.type();
        var title = wording.say(task + ".title");
        var decision = wording.say(task + "." + decided.decision());
        var comment = decided.comment();
        var text = comment == null || comment.isBlank()
                ? Words.of("%s: %s", "%s: %s", title, decision)
                : Words.of("%s: %s「%s」", "%s: %s, \"%s\"", title, decision, comment.strip());
        timeline.add(decided.orderNumbers().stream()
                .map(order -> new Timeline.Entry(order, "DECIDED", text, decided.by()))
                .toList());
    }
}

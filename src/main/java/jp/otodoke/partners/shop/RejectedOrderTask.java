package jp.otodoke.partners.shop;

import java.util.List;
import java.util.Map;
import jp.otodoke.inbox.FormOutcome;
import jp.otodoke.inbox.OpenTask;
import jp.otodoke.inbox.StaffGroup;
import jp.otodoke.inbox.TaskDecision;
import jp.otodoke.inbox.TaskDetails;
import jp.otodoke.inbox.TaskKind;
import jp.otodoke.inbox.TaskPanel;
import jp.otodoke.shared.BilingualText;
import org.springframework.stereotype.Component;

/**
 * The task about a rejected order of a shop's file: its rows are corrected there, and it is imported, or it is given up
 * with a reason. The task closes when the order arrives in another file.
 */
@Component
class RejectedOrderTask implements TaskKind {
    static final String TYPE = "row-rejected";

    private final CorrectRejectedOrder correctRejectedOrder;
    private final GiveUpRejectedOrder giveUp;

    RejectedOrderTask(CorrectRejectedOrder correctRejectedOrder, GiveUpRejectedOrder giveUp) {
        this.correctRejectedOrder = correctRejectedOrder;
        this.giveUp = giveUp;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String subjectKind() {
        return ShopOrderSubject.KIND;
    }

    @Override
    public StaffGroup group() {
        return StaffGroup.ORDERS;
    }

    @Override
    public List<String> decisions() {
        return List.of("GIVE_UP");
    }

    /** An order that a customer waits for is not given up without a word. */
    @Override
    public boolean commentRequired(String decision) {
        return true;
    }

    @Override
    public void decide(TaskDecision decision) {
        giveUp.giveUp(decision.task(), decision.comment());
    }

    @Override
    public TaskDetails details(OpenTask task) {
        return correctRejectedOrder
                .show(task)
                .map(order -> TaskDetails.of(panel(order)))
                .orElse(TaskDetails.NONE);
    }

    @Override
    public FormOutcome submit(OpenTask task, Map<String, String> typed) {
        var outcome = correctRejectedOrder.correct(task, typed);
        var wrong = outcome.wrong();
        return wrong == null
                ? FormOutcome.done(BilingualText.of("shop.correct.done", outcome.order()))
                : FormOutcome.again(panel(wrong));
    }

    private static TaskPanel panel(RejectedOrder order) {
        return new TaskPanel("partners/task-rejected-order", Map.of("row", order), true);
    }
}

package jp.otodoke.subscriptions;

import java.util.List;
import jp.otodoke.inbox.OpenTask;
import jp.otodoke.inbox.StaffGroup;
import jp.otodoke.inbox.TaskDecision;
import jp.otodoke.inbox.TaskKind;
import jp.otodoke.inbox.Tasks;
import jp.otodoke.subscriptions.DecideTurn.Decision;
import org.springframework.stereotype.Component;

/** A turn was missed or its order could not be made: it ships now, is skipped, or moves with all that follow. */
@Component
class SubscriptionTurnTask implements TaskKind {
    static final String TYPE = "subscription-turn";

    private final DecideTurn decideTurn;
    private final Tasks tasks;

    SubscriptionTurnTask(DecideTurn decideTurn, Tasks tasks) {
        this.decideTurn = decideTurn;
        this.tasks = tasks;
    }

    static String key(SubscriptionNumber number, int turn) {
        return TYPE + ":" + number + ":" + turn;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String subjectKind() {
        return SubscriptionSubject.KIND;
    }

    @Override
    public StaffGroup group() {
        return StaffGroup.ORDERS;
    }

    @Override
    public List<String> decisions() {
        return List.of("SHIP_NOW", "SHIFT", "SKIP");
    }

    @Override
    public void decide(TaskDecision decision) {
        decideTurn.decide(
                SubscriptionNumber.of(decision.task().subject().key()),
                turn(decision.task()),
                Decision.valueOf(decision.code()),
                decision.comment(),
                decision.staff());
    }

    private int turn(OpenTask task) {
        return Integer.parseInt(tasks.key(task.id()).split("[:#]")[2]);
    }
}

package jp.otodoke.payments.cards;

import java.util.List;
import jp.otodoke.inbox.StaffGroup;
import jp.otodoke.inbox.TaskDecision;
import jp.otodoke.inbox.TaskKind;
import jp.otodoke.inbox.Tasks;
import org.springframework.stereotype.Component;

/** The agency answered by a code that is not known: somebody asks whether the card can still be charged. */
@Component
class UnclearCardTask implements TaskKind {
    static final String TYPE = "card-unclear";

    private static final String ENDED = "ENDED";

    private final Tasks tasks;
    private final EndCard endCard;

    UnclearCardTask(Tasks tasks, EndCard endCard) {
        this.tasks = tasks;
        this.endCard = endCard;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String subjectKind() {
        return CardUpdateSubject.KIND;
    }

    @Override
    public StaffGroup group() {
        return StaffGroup.ACCOUNTING;
    }

    @Override
    public List<String> decisions() {
        return List.of("USABLE", ENDED);
    }

    /** A card that can be charged stays as it is, and is asked about next month. */
    @Override
    public void decide(TaskDecision decision) {
        if (decision.code().equals(ENDED)) {
            var key = tasks.key(decision.task().id());
            endCard.end(List.of(Long.parseLong(key.substring(key.lastIndexOf(':') + 1))));
        }
    }
}

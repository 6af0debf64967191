package jp.otodoke.payments;

import java.util.List;
import jp.otodoke.inbox.TaskDecision;
import jp.otodoke.inbox.Tasks;
import org.springframework.stereotype.Component;

/** An account had no funds for the same claim several times: it is tried once more, or nothing is collected from there any more. */
@Component
class ShortDebitTask extends HeldDebitTask {
    static final String TYPE = "debit-without-funds";

    private static final String RETRY = "RETRY";

    private final DecideHeldDebit decide;

    ShortDebitTask(Tasks tasks, DecideHeldDebit decide) {
        super(TYPE, List.of(RETRY, "STOP"), tasks);
        this.decide = decide;
    }

    @Override
    void decide(long claim, TaskDecision decision) {
        if (decision.code().equals(RETRY)) {
            decide.free(claim);
        } else {
            decide.stop(claim);
        }
    }
}

package jp.otodoke.payments;

import java.util.List;
import jp.otodoke.inbox.TaskDecision;
import jp.otodoke.inbox.Tasks;
import org.springframework.stereotype.Component;

/** A result that says neither that a claim was collected nor that it was not: somebody asks the agency. */
@Component
class UnclearDebitTask extends HeldDebitTask {
    static final String TYPE = "debit-unclear";

    private static final String PAID = "PAID";

    private final DecideHeldDebit decide;

    UnclearDebitTask(Tasks tasks, DecideHeldDebit decide) {
        super(TYPE, List.of(PAID, "FREE"), tasks);
        this.decide = decide;
    }

    @Override
    void decide(long claim, TaskDecision decision) {
        if (decision.code().equals(PAID)) {
            decide.paid(claim, decision.staff());
        } else {
            decide.free(claim);
        }
    }
}

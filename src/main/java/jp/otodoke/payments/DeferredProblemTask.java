package jp.otodoke.payments;

import java.util.List;
import jp.otodoke.inbox.OpenTask;
import jp.otodoke.inbox.StaffGroup;
import jp.otodoke.inbox.TaskDecision;
import jp.otodoke.inbox.TaskKind;
import jp.otodoke.inbox.Tasks;
import jp.otodoke.orders.OrderSubject;
import jp.otodoke.payments.DeferredCalls.Pending;
import jp.otodoke.payments.DeferredCalls.Wanted;
import jp.otodoke.shared.BilingualText;
import org.springframework.stereotype.Component;

/** The provider of 後払い does not do what it was asked to, or never says whether it did. */
@Component
class DeferredProblemTask implements TaskKind {
    static final String TYPE = "deferred-problem";
    private static final String AGAIN = "AGAIN";
    private static final String BANK_TRANSFER = "BANK_TRANSFER";
    private static final String CARRIED_OUT = "CARRIED_OUT";
    private static final String NOT_CARRIED_OUT = "NOT_CARRIED_OUT";
    private static final String REFUSED = "REFUSED";
    private static final String UNANSWERED = "UNANSWERED";

    private final Tasks tasks;
    private final DecideDeferred decide;
    private final DeferredConsequences consequences;

    DeferredProblemTask(Tasks tasks, DecideDeferred decide, DeferredConsequences consequences) {
        this.tasks = tasks;
        this.decide = decide;
        this.consequences = consequences;
    }

    static String refused(Pending call) {
        return String.join(":", TYPE, REFUSED, String.valueOf(call.id()));
    }

    static String unanswered(Pending call) {
        return String.join(":", TYPE, UNANSWERED, call.ownId(), call.wanted().name());
    }

    static List<String> afterRefusal() {
        return List.of(AGAIN, BANK_TRANSFER);
    }

    static List<String> afterRefusedCancellation() {
        return List.of(AGAIN, CARRIED_OUT);
    }

    static List<String> afterSilence() {
        return List.of(CARRIED_OUT, NOT_CARRIED_OUT);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String subjectKind() {
        return OrderSubject.KIND;
    }

    @Override
    public StaffGroup group() {
        return StaffGroup.ACCOUNTING;
    }

    @Override
    public List<String> decisions() {
        return List.of(AGAIN, BANK_TRANSFER, CARRIED_OUT, NOT_CARRIED_OUT);
    }

    /** Each is looked up at the provider one by one. */
    @Override
    public boolean manyAtOnce() {
        return false;
    }

    @Override
    public void decide(TaskDecision decision) {
        var key = tasks.key(decision.task().id()).split(":", -1);
        if (key[1].equals(UNANSWERED)) {
            decide.answered(key[2], Wanted.valueOf(key[3]), decision.code().equals(CARRIED_OUT));
        } else {
            decideRefused(Long.parseLong(key[2]), decision);
        }
    }

    private void decideRefused(long call, TaskDecision decision) {
        switch (decision.code()) {
            case AGAIN -> decide.again(call);
            case CARRIED_OUT -> decide.carriedOut(call);
            default -> decide.byTransfer(call, decision.staff());
        }
    }

    @Override
    public BilingualText consequences(List<OpenTask> open, String decision) {
        return decision.equals(BANK_TRANSFER) ? consequences.ofTransfer(open) : BilingualText.asWritten("");
    }
}
